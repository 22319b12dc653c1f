package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.email.Mover.PASSWORD;
import static org.poterne.email.Mover.signIn;
import static org.poterne.email.Mover.undo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.MovableClock;
import org.poterne.tenant.TenantId;

/** From one address to another, and back. */
class EmailFlowTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");

    @Test
    void anAddressIsChangedOnceItsNewMailboxHasConfirmedIt() {
        var camille = Mover.at(HOUSE);
        var visitor = camille.visitor();
        var old = camille.person().mailbox();

        var own = visitor.get("/gimic/account/email");
        assertThat(own.heading()).isEqualTo("Votre adresse email");
        assertThat(own.page().select("main .address").text()).isEqualTo(old.address());
        assertThat(own.page().select("main label").eachText())
                .containsExactly("Nouvelle adresse email *", "Mot de passe actuel *");
        assertThat(own.page().select("main a").eachAttr("href")).contains("/gimic/account");

        var asked = camille.ask(camille.next());
        assertThat(asked.path()).isEqualTo("/gimic/account/email");
        assertThat(asked.words())
                .contains(
                        "Message envoyé", "En attente\u00a0: " + camille.next().address());
        assertThat(asked.page().select("main .field .address").text()).isEqualTo(old.address());

        var notice = old.next();
        assertThat(notice.subject()).isEqualTo("Demande de changement d’adresse GIMIC");
        assertThat(notice.text())
                .contains("Rien n’a encore changé", "/gimic/recovery")
                .doesNotContain(camille.next().address());

        var letter = camille.next().next();
        assertThat(letter.subject()).isEqualTo("Confirmez votre nouvelle adresse GIMIC");
        assertThat(letter.text())
                .startsWith("GIMIC")
                .contains("Bonjour,", "une seule fois, jusqu’au")
                .doesNotContain("Camille", "Martin");

        var confirm = visitor.get(letter.link());
        assertThat(confirm.path()).isEqualTo("/gimic/account/email/confirm");
        assertThat(confirm.heading()).isEqualTo("Confirmez votre nouvelle adresse");
        assertThat(confirm.page().select("main .address").text())
                .isEqualTo(camille.next().address());
        assertThat(confirm.page().select("main label")).as("one button").isEmpty();

        var changed = visitor.submit(confirm, Map.of());
        assertThat(changed.path()).isEqualTo("/gimic/account/email");
        assertThat(changed.words()).contains("Votre adresse est changée.").doesNotContain("En attente");
        assertThat(changed.page().select("main .address").text())
                .isEqualTo(camille.next().address());

        var last = old.next();
        assertThat(last.subject()).isEqualTo("L’adresse de votre compte GIMIC a été changée");
        assertThat(last.text()).contains("Rétablir mon adresse", old.address());

        assertThat(visitor.get(letter.link()).heading()).isEqualTo("Ce lien d’adresse ne fonctionne pas");
        assertThat(signIn(HOUSE.visitor(), old.address(), PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(HOUSE.visitor(), camille.next().address(), PASSWORD).path())
                .isEqualTo("/gimic/");
        old.isEmpty();
        camille.next().isEmpty();
    }

    @Test
    void onAnotherDeviceTheLinkAsksThePasswordToo() {
        var camille = Mover.at(HOUSE);
        var phone = HOUSE.visitor();
        var page = phone.get(camille.link());
        assertThat(page.page().select("main label").eachText()).containsExactly("Mot de passe *");

        var refused = phone.submit(page, Map.of("current", "autre chose"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#current-error").text()).contains("Ce n’est pas votre mot de passe actuel");
        assertThat(refused.page().select("#current").attr("value")).isEmpty();

        var done = phone.submit(refused, Map.of("current", PASSWORD));
        assertThat(done.path()).isEqualTo("/gimic/sign-in");
        assertThat(done.words()).contains("Votre adresse est changée.");
        assertThat(phone.get("/gimic/").path())
                .as("nobody is signed in by a link")
                .isEqualTo("/gimic/sign-in");
        assertThat(camille.visitor().get("/gimic/").path())
                .as("other sessions are over")
                .isEqualTo("/gimic/sign-in");
        camille.person().mailbox().next();
    }

    @Test
    void theOldMailboxTakesTheAccountBack() {
        var camille = Mover.at(HOUSE);
        var old = camille.person().mailbox();
        var link = camille.move();

        var owner = HOUSE.visitor();
        var page = owner.get(link);
        assertThat(page.path()).isEqualTo("/gimic/account/email/undo");
        assertThat(page.heading()).isEqualTo("Rétablir votre adresse");
        assertThat(page.page().select("main .address").text()).isEqualTo(old.address());

        var unsure = owner.post(
                "/gimic/account/email/undo",
                Map.of("_csrf", page.first("main input[name=_csrf]").attr("value")));
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.page().select("#sure-error").text()).isEqualTo("Cochez la case pour rétablir votre adresse.");

        var restored = undo(owner, link);
        assertThat(restored.path()).isEqualTo("/gimic/recovery");
        assertThat(restored.words()).contains("Votre adresse est rétablie");

        assertThat(camille.visitor().get("/gimic/").path()).isEqualTo("/gimic/sign-in");
        assertThat(signIn(HOUSE.visitor(), old.address(), PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(HOUSE.visitor(), camille.next().address(), PASSWORD).status())
                .isEqualTo(422);

        owner.submit(owner.get("/gimic/recovery"), Map.of("email", old.address()));
        var choose = owner.get(old.next().link());
        owner.submit(choose, Map.of("password", "tout neuf 2027", "confirmation", "tout neuf 2027"));
        assertThat(signIn(owner, old.address(), "tout neuf 2027").path()).isEqualTo("/gimic/");
        old.next(); // the notice

        var told = camille.next().next();
        assertThat(told.subject()).isEqualTo("Cette adresse n’est plus celle de votre compte GIMIC");
        assertThat(told.text()).contains(camille.next().address()).doesNotContain(old.address());
        assertThat(owner.get(link).heading()).isEqualTo("Ce lien d’adresse ne fonctionne pas");
        old.isEmpty();
        camille.next().isEmpty();
    }

    @Test
    void aSecondWishReplacesTheFirst() {
        var camille = Mover.at(HOUSE);
        var first = camille.link();
        var second = camille.wanting(Mover.freshMailbox());
        var link = second.link();
        assertThat(camille.visitor().get(first).heading()).isEqualTo("Ce lien d’adresse ne fonctionne pas");
        camille.visitor().submit(camille.visitor().get(link), Map.of());
        assertThat(emailOf(second.next())).isPresent();
        assertThat(emailOf(camille.next())).isEmpty();
        camille.person().mailbox().next();
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndNothingIsSent() {
        var camille = Mover.at(HOUSE);
        var visitor = camille.visitor();
        var page = visitor.get("/gimic/account/email");

        page = visitor.submit(page, Map.of("email", "", "current", PASSWORD));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email-error").text()).contains("Renseignez votre nouvelle adresse");

        page = visitor.submit(page, Map.of("email", "camille@", "current", PASSWORD));
        assertThat(page.page().select("#email-error").text()).contains("incomplète");
        assertThat(page.page().select("#email").attr("value")).isEqualTo("camille@");
        assertThat(page.page().select("#current").attr("value")).isEmpty();

        page = visitor.submit(
                page,
                Map.of("email", camille.person().email().toUpperCase(java.util.Locale.ROOT), "current", PASSWORD));
        assertThat(page.page().select("#email-error").text()).contains("déjà l’adresse de votre compte");

        page = visitor.submit(page, Map.of("email", camille.next().address(), "current", "autre chose"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().title()).startsWith("Erreur");
        assertThat(page.page().select("#current-error").text()).contains("Ce n’est pas votre mot de passe actuel");
        assertThat(page.page().select("#email").attr("value"))
                .isEqualTo(camille.next().address());
        assertThat(page.words()).doesNotContain("En attente");
        camille.next().isEmpty();
        camille.person().mailbox().isEmpty();
    }

    @Test
    void whoIsNotSignedInIsShownTheDoor() {
        var visitor = HOUSE.visitor();
        assertThat(visitor.get("/gimic/account/email").path()).isEqualTo("/gimic/sign-in");
        var form = visitor.get("/gimic/sign-in").first("input[name=_csrf]").attr("value");
        assertThat(visitor.post(
                                "/gimic/account/email",
                                Map.of("_csrf", form, "email", "x@example.org", "current", PASSWORD))
                        .path())
                .isEqualTo("/gimic/sign-in");
    }

    @Test
    void aNewAddressRecoversNothingBeforeItHasCooled() {
        try (var house = House.build().start()) {
            var camille = Mover.at(house);
            camille.move();
            var visitor = house.visitor();
            visitor.submit(
                    visitor.get("/gimic/recovery"),
                    Map.of("email", camille.next().address()));
            assertThat(camille.next().next().text()).doesNotContain("token=");
            house.bean(MovableClock.class).forward(Duration.ofDays(3));
            visitor.submit(
                    visitor.get("/gimic/recovery"),
                    Map.of("email", camille.next().address()));
            assertThat(camille.next().next().text()).contains("/gimic/recovery/open?token=");
        }
    }

    @Test
    void theLettersSpeakTheirReadersLanguage() {
        var password = "a long walk by the river";
        var camille = HOUSE.person("agora", password);
        var visitor = HOUSE.visitor().accepting(Optional.of("en"));
        visitor.submit(visitor.get("/agora/sign-in"), Map.of("identifier", camille.email(), "password", password));
        var next = Mover.freshMailbox();
        var page = visitor.submit(
                visitor.get("/agora/account/email"), Map.of("email", next.address(), "current", password));
        assertThat(page.heading()).isEqualTo("Your email address");
        assertThat(next.next().subject()).isEqualTo("Confirm your new Agora address");
        assertThat(camille.mailbox().next().subject())
                .as("the holder's language, not that of the browser at hand")
                .isEqualTo("Demande de changement d’adresse Agora");
    }

    private static Optional<?> emailOf(Mailbox mailbox) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(GIMIC, EmailAddress.parse(mailbox.address()).orElseThrow());
    }
}
