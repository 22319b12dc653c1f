package org.poterne.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.authenticator.Authenticators;
import org.poterne.authenticator.Phone;
import org.poterne.house.House;
import org.poterne.house.Person;

/** A lost phone is revoked from the desk, for a caller who was verified. */
class DeskPhoneTests {

    private static final House HOUSE = House.open();

    @BeforeEach
    void withFreshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void aLostPhoneIsRevokedForAVerifiedCallerAndTheHolderReadsIt() {
        var lea = Member.of(HOUSE, "guichet", 0);
        var phone = phoneOf(lea);
        var agent = DeskAgent.at(HOUSE, "guichet");
        var sheet = agent.sheetOf(lea);
        assertThat(sheet.page().select("#phones strong").eachText()).containsExactly("Téléphone de test");

        var revoked = agent.visitor().press(sheet, "/phone");
        assertThat(revoked.words()).contains("Le téléphone ne répond plus pour ce compte.");
        assertThat(revoked.page().select("#phones")).isEmpty();
        assertThat(phone.call("state", Map.of()).path("outcome").stringValue()).isEqualTo("revoked");
        assertThat(lea.visitor().get("/account/activity").words())
                .contains("L’assistance a retiré un téléphone de votre compte");
    }

    @Test
    void withoutTheProofsOrForAnotherAccountNothingIsRevoked() {
        var lea = Member.of(HOUSE, "guichet", 0);
        var tom = Member.of(HOUSE, "guichet", 0);
        var phone = phoneOf(lea);
        var agent = DeskAgent.at(HOUSE, "guichet");
        var call = agent.callOf(lea);
        var fields = Map.of("phone", phone.id().toString());
        agent.visitor().post(DeskAgent.at(call) + "/sheet/phone", fields);
        assertThat(live(lea)).isTrue();

        var sheet = agent.sheetOf(tom);
        agent.visitor().post(DeskAgent.at(sheet) + "/sheet/phone", fields);
        assertThat(live(lea)).isTrue();
    }

    private static Phone phoneOf(Member member) {
        return Phone.enrol(HOUSE, new Person("guichet", member.email()), Member.PASSWORD);
    }

    private static boolean live(Member member) {
        return HOUSE.bean(Authenticators.class)
                .has(member.tenant(), member.account().id());
    }
}
