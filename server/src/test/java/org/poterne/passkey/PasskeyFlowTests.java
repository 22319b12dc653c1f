package org.poterne.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.house.SoftKey;
import org.poterne.passkey.Passkey.Place;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the account's page to the door, with a passkey. */
class PasskeyFlowTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");

    private final KeyHolder camille = KeyHolder.at(HOUSE, "gimic");

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void aPasskeyIsAddedRenamedUsedAndRemoved() {
        assertThat(camille.get("/account/factors").words()).contains("Clé d’accès");
        assertThat(camille.get("/account/passkey").words()).contains("Vous n’en avez pas encore.");
        var key = camille.add(SoftKey.at(HOUSE).copied(), "Téléphone");
        var list = camille.get("/account/passkey");
        assertThat(list.words()).contains("Téléphone", "Jamais encore", "Copiée sur vos appareils");

        var renamed = camille.visitor()
                .submit(
                        camille.visitor().get(link(list, "Renommer")),
                        Map.of("name", "  Vieux te\u0301le\u0301phone "));
        assertThat(renamed.words()).contains("Le nom est enregistré.", "Vieux téléphone");

        camille.elsewhere().enterWith(key);
        assertThat(camille.get("/account/passkey").words()).doesNotContain("Jamais encore");

        var ask = camille.visitor().get(link(camille.get("/account/passkey"), "Retirer"));
        assertThat(ask.heading()).isEqualTo("Retirer cette clé d’accès\u202f?");
        assertThat(camille.visitor().submit(ask, Map.of()).words())
                .contains("La clé d’accès est retirée.", "Vous n’en avez pas encore.");

        var mailbox = camille.person().mailbox();
        assertThat(List.of(mailbox.next().subject(), mailbox.next().subject()))
                .containsExactlyInAnyOrder(
                        "Un deuxième facteur a été ajouté à votre compte GIMIC",
                        "Un deuxième facteur a été retiré de votre compte GIMIC");
        mailbox.isEmpty();
    }

    @Test
    void aPasskeyAloneOpensTheDoor() {
        var key = camille.add("Téléphone");
        var elsewhere = camille.elsewhere();
        assertThat(elsewhere.enterWith(key).path()).isEqualTo("/gimic/");
        assertThat(elsewhere.isIn()).isTrue();
    }

    @Test
    void whoeverWasGoingSomewhereArrivesThere() {
        var key = camille.add("Téléphone");
        var elsewhere = camille.elsewhere();
        var door = elsewhere.get("/sign-in?to=change-password");
        assertThat(door.first("form.scripted input[name=to]").attr("value")).isEqualTo("change-password");
        var signed = key.sign(elsewhere.question("/sign-in/with-passkey"));
        assertThat(elsewhere
                        .post("/sign-in/with-passkey", KeyHolder.with(signed, Map.of("to", "change-password")))
                        .path())
                .isEqualTo("/gimic/account/password");
    }

    @Test
    void besideThePasswordItIsAskedAtTheDoor() {
        var key = camille.add("Téléphone");
        var elsewhere = camille.elsewhere();
        var asked = elsewhere.showPassword();
        assertThat(asked.path()).isEqualTo("/gimic/sign-in/passkey");
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(elsewhere.confirmWith(key).path()).isEqualTo("/gimic/");
        assertThat(elsewhere.isIn()).isTrue();
    }

    /** A key that holds no list of accounts serves beside the password. */
    @Test
    void aKeyThatDoesNotSayWhoseItIsServesBesideThePassword() {
        var key = camille.add("Clé USB").ofHandle(SoftKey.at(HOUSE));
        var elsewhere = camille.elsewhere();
        elsewhere.showPassword();
        assertThat(elsewhere.confirmWith(key).path()).isEqualTo("/gimic/");
    }

    @Test
    void addingOneEndsTheOtherSessionsAndKeepsThisOne() {
        var elsewhere = camille.elsewhere();
        elsewhere.showPassword();
        var key = camille.add("Téléphone");
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(camille.isIn()).isTrue();

        elsewhere.enterWith(key);
        camille.visitor().submit(camille.visitor().get(link(camille.get("/account/passkey"), "Retirer")), Map.of());
        assertThat(elsewhere.isIn()).isFalse();
        assertThat(camille.isIn()).isTrue();
    }

    @Test
    void afterFiveMinutesThePasswordIsAskedBeforeTheBrowserIs() {
        minutesPass(6);
        var asked = camille.begin();
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.heading()).isEqualTo("Confirmez que c’est bien vous");
        assertThat(camille.get("/account/passkey/new").path()).isEqualTo("/gimic/account/passkey");
        var goesOn = camille.visitor().submit(asked, Map.of("current", KeyHolder.PASSWORD));
        assertThat(goesOn.heading()).isEqualTo("Ajouter une clé d’accès");

        minutesPass(6);
        var late = camille.make(SoftKey.at(HOUSE), "Téléphone");
        assertThat(late.status()).isEqualTo(422);
        assertThat(held()).isEmpty();
        assertThat(camille.visitor()
                        .submit(late, Map.of("current", KeyHolder.PASSWORD))
                        .words())
                .contains("La clé d’accès est ajoutée.");
        minutesPass(6);
        var removal = camille.visitor().get(link(camille.get("/account/passkey"), "Retirer"));
        assertThat(camille.visitor().submit(removal, Map.of()).status()).isEqualTo(422);
        assertThat(held()).hasSize(1);
    }

    @Test
    void aNameThatIsNoneIsAskedAgainAndTheKeyIsNotLost() {
        camille.begin();
        var key = SoftKey.at(HOUSE);
        var made = key.make(camille.question("/account/passkey/new"));
        var again = camille.post("/account/passkey/new", KeyHolder.with(made, Map.of("name", "x".repeat(61))));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.first("#name").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.first("#name").attr("value")).hasSize(61);
        assertThat(camille.post("/account/passkey/new", KeyHolder.with(made, Map.of("name", "Téléphone")))
                        .words())
                .contains("La clé d’accès est ajoutée.");
    }

    @Test
    void anAccountHasTenAtMostHoweverManyComeAtOnce() {
        for (var number = 1; number <= 8; number++) {
            camille.add("Clé " + number);
        }
        Callable<Seen> hand = () -> camille.make(SoftKey.at(HOUSE), "De trop");
        Hands.allAtOnce(Collections.nCopies(6, hand));
        assertThat(held()).hasSize(10);
        assertThat(camille.get("/account/passkey").page().select("main form")).isEmpty();
        assertThat(camille.get("/account/passkey").words()).contains("Vous en avez 10");
        assertThat(camille.post("/account/passkey/add", Map.of()).path()).isEqualTo("/gimic/account/passkey");
    }

    @Test
    void whatTheKeySaysOfItselfIsKept() {
        camille.add("Sur place");
        assertThat(held().getFirst().place()).isEqualTo(Place.DEVICE);
        camille.add(SoftKey.at(HOUSE).copied(), "Copiée");
        assertThat(held().getFirst().place()).isEqualTo(Place.COPIED);
    }

    /** Factors before are factors after (Keycloak #12759). */
    @Test
    void aNewPasswordKeepsThePasskeyAndItIsStillAsked() {
        var key = camille.add("Téléphone");
        var passwords = HOUSE.bean(Passwords.class);
        passwords.replace(
                GIMIC, HOUSE.account(camille.person()).id(), passwords.hash(new RawPassword(KeyHolder.PASSWORD)));
        var elsewhere = camille.elsewhere();
        assertThat(elsewhere.showPassword().path()).isEqualTo("/gimic/sign-in/passkey");
        assertThat(elsewhere.confirmWith(key).path()).isEqualTo("/gimic/");
    }

    private List<Passkey> held() {
        return HOUSE.bean(Passkeys.class)
                .list(GIMIC, HOUSE.account(camille.person()).id());
    }

    private static String link(Seen page, String words) {
        return page.page().select("main a").stream()
                .filter(link -> link.text().startsWith(words))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private void minutesPass(int minutes) {
        HOUSE.bean(JdbcClient.class)
                .sql("update session set opened_at = :then, proved_at = null where account_id = :account")
                .param(
                        "then",
                        HOUSE.bean(Clock.class)
                                .instant()
                                .minus(Duration.ofMinutes(minutes))
                                .atOffset(ZoneOffset.UTC))
                .param("account", HOUSE.account(camille.person()).id().value())
                .update();
    }
}
