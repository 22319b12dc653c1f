package org.poterne.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;

/** The trail of one account, read by nobody else's eyes. */
class AuditLogTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String PASSWORD = "sésame ouvre-toi";

    private final AuditLog log = HOUSE.bean(AuditLog.class);

    @Test
    void theNewestIsFirstAndNoMoreThanAskedAreRead() {
        var camille = HOUSE.person("gimic", PASSWORD);
        signIn(camille, "autre chose");
        signIn(camille, PASSWORD);
        assertThat(log.of(GIMIC, account(camille), 10))
                .extracting(entry -> entry.what() + " " + entry.from().shown())
                .containsExactly(
                        "authn_login_success 127.0.7.2", "authn_login_fail 127.0.7.2", "authn_password_change ");
        assertThat(log.of(GIMIC, account(camille), 1))
                .extracting(AuditEntry::what)
                .containsExactly("authn_login_success");
    }

    @Test
    void anAccountsTrailIsItsOwnAndItsTenants() {
        var camille = HOUSE.person("gimic", PASSWORD);
        var noa = HOUSE.person("gimic");
        signIn(camille, PASSWORD);
        assertThat(log.of(GIMIC, account(noa), 10)).isEmpty();
        assertThat(log.of(new TenantId("voisine"), account(camille), 10)).isEmpty();
    }

    private static void signIn(Person person, String password) {
        var visitor = HOUSE.visitor().from("127.0.7.2");
        visitor.submit(visitor.get("/gimic/sign-in"), Map.of("identifier", person.email(), "password", password));
    }

    private static AccountId account(Person person) {
        return HOUSE.account(person).id();
    }
}
