package org.poterne.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.agent.Agents;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;
import org.springframework.boot.DefaultApplicationArguments;

class SamplePeopleTests {

    private static final House HOUSE = House.demo();

    @Test
    void agoraHasOneWhoIsConfirmedAndOneWhoNeverWas() {
        assertThat(account("agora", "camille.martin@example.org").isConfirmed()).isTrue();
        assertThat(account("agora", "noa.petit@example.org").isConfirmed()).isFalse();
        assertThat(account("agora", "camille.martin@example.org").username().map(Username::given))
                .contains("camille");
        assertThat(account("gimic", "noa.petit@example.org").isConfirmed()).isTrue();
    }

    @Test
    void extranetKnowsItsPeopleByTheirUsernames() {
        for (var name : new String[] {"camille.martin", "paul.durand", "lea.moreau"}) {
            var person = account("extranet", name + "@example.org");
            assertThat(person.username().map(Username::given)).contains(name);
            assertThat(person.isConfirmed()).isTrue();
        }
        assertThat(account("extranet", "lea.moreau@example.org").fullName()).isEqualTo("Léa Moreau");
    }

    @Test
    void theNextStartLeavesThemAsTheyAre() {
        var before = account("agora", "noa.petit@example.org");
        HOUSE.bean(SamplePeople.class).run(new DefaultApplicationArguments());
        assertThat(account("agora", "noa.petit@example.org")).isEqualTo(before);
    }

    @Test
    void extranetHasTwoAgentsAndNobodyElseIsOne() {
        var agents = HOUSE.bean(Agents.class);
        var extranet = new TenantId("extranet");
        for (var agent : List.of("desk.one@example.org", "desk.two@example.org")) {
            assertThat(agents.isAgent(extranet, account("extranet", agent).id()))
                    .isTrue();
        }
        assertThat(agents.isAgent(
                        extranet,
                        account("extranet", "camille.martin@example.org").id()))
                .isFalse();
    }

    @Test
    void aLineThatIsNoPersonStopsTheDemo() {
        assertThatThrownBy(() -> SamplePerson.of("camille.martin@example.org; Camille; Martin; camille"))
                .hasMessageContaining("five or six cells");
        assertThatThrownBy(() -> SamplePerson.of("camille; Camille; Martin; camille; confirmed"))
                .hasMessageContaining("no address");
        assertThatThrownBy(() -> SamplePerson.of("c@example.org; Camille; Martin; c/d; confirmed"))
                .hasMessageContaining("no name");
        assertThatThrownBy(() -> SamplePerson.of("c@example.org; Camille; Martin; ; perhaps"))
                .hasMessageContaining("neither confirmed");
    }

    private static Account account(String tenant, String email) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(new TenantId(tenant), EmailAddress.parse(email).orElseThrow())
                .orElseThrow();
    }
}
