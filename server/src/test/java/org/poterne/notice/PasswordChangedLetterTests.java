package org.poterne.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.transaction.support.TransactionTemplate;

class PasswordChangedLetterTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String SECRET = "un secret bien gardé";

    @Test
    void tellsWhatWhenAndWhatToDoIfItWasSomebodyElse() {
        var camille = HOUSE.person("gimic");
        replace(camille);
        var letter = camille.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Votre mot de passe GIMIC a été changé");
        for (var body : new String[] {letter.text(), letter.html()}) {
            assertThat(body)
                    .contains(
                            camille.email(),
                            "Ce n’est pas vous",
                            "contact@gimic.example",
                            HOUSE.address() + "/gimic/recovery")
                    .containsPattern(
                            "(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) .* à [0-9]{2}:[0-9]{2} \\(heure")
                    .doesNotContain(SECRET, "token=");
        }
        camille.mailbox().isEmpty();
    }

    @Test
    void aChangeThatIsUndoneAnnouncesNothing() {
        var camille = HOUSE.person("gimic");
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            replace(camille);
            transaction.setRollbackOnly();
        });
        camille.mailbox().isEmpty();
    }

    private static void replace(Person person) {
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(GIMIC, account(person), passwords.hash(new RawPassword(SECRET)));
    }

    private static AccountId account(Person person) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(GIMIC, EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow()
                .id();
    }
}
