package org.poterne.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poterne.factor.Factor;
import org.poterne.factor.Factors;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.ReadLetter;
import org.poterne.lockout.FactorGuard;
import org.poterne.tenant.TenantId;
import org.springframework.transaction.support.TransactionTemplate;

/** What, when, and how to undo it; no secret, and no link that changes anything by itself. */
class FactorLettersTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");

    private final Person camille = HOUSE.person("gimic");

    @Test
    void aFactorThatWasAddedIsTold() {
        inTransaction(() -> factors().bound(GIMIC, HOUSE.account(camille).id(), factor("totp")));
        var letter = camille.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Un deuxième facteur a été ajouté à votre compte GIMIC");
        tells(letter, "Application d’authentification", "/gimic/account/factors", "/gimic/recovery", "retirez-le");
        camille.mailbox().isEmpty();
    }

    @Test
    void aFactorThatWasRemovedIsTold() {
        inTransaction(() -> factors().unbound(GIMIC, HOUSE.account(camille).id(), factor("recoverycode")));
        var letter = camille.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Un deuxième facteur a été retiré de votre compte GIMIC");
        tells(letter, "Codes de secours", "/gimic/account/factors", "/gimic/recovery");
        camille.mailbox().isEmpty();
    }

    @Test
    void wrongCodesBehindARightPasswordAreToldOnceTheyLock() {
        var guard = HOUSE.bean(FactorGuard.class);
        for (var guess = 0; guess < 7; guess++) {
            guard.compare(GIMIC, HOUSE.account(camille).id(), Optional.empty(), () -> false);
        }
        var letter = camille.mailbox().next();
        assertThat(letter.subject()).isEqualTo("Des codes incorrects ont été donnés pour votre compte GIMIC");
        tells(
                letter,
                "connaît sans doute votre mot de passe",
                "Changez tout de suite de mot de passe",
                "/gimic/recovery");
        camille.mailbox().isEmpty();
    }

    @Test
    void aChangeThatIsUndoneAnnouncesNothing() {
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            factors().bound(GIMIC, HOUSE.account(camille).id(), factor("totp"));
            transaction.setRollbackOnly();
        });
        camille.mailbox().isEmpty();
    }

    private void tells(ReadLetter letter, String... words) {
        for (var body : new String[] {letter.text(), letter.html()}) {
            assertThat(body)
                    .contains(words)
                    .contains(camille.email(), "contact@gimic.example", "Ce n’est pas vous")
                    .containsPattern("à [0-9]{2}:[0-9]{2} \\(heure")
                    .doesNotContain("token=", "secret=");
        }
    }

    private static void inTransaction(Runnable act) {
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(_ -> act.run());
    }

    private static Factors factors() {
        return HOUSE.bean(Factors.class);
    }

    private static Factor factor(String name) {
        return factors().offered(GIMIC).stream()
                .filter(factor -> factor.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
