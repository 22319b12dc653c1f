package org.poterne.authenticator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.poterne.authenticator.Phone.Codes;
import org.poterne.house.Axe;
import org.poterne.house.Browser;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;

/** The application on a phone of 390 points, beside the computer that shows it what to do. */
class ApplicationBrowserTests {

    private static final House HOUSE = House.build().adding(FakeApprovals.class).start();
    private static final TenantId POCHE = new TenantId("poche");
    private static final String PASSWORD = "une phrase assez longue";
    private static final String PIN = "270491";
    private static final String APPLICATION = "/poche/authenticator";

    @Test
    void aPhoneIsAddedByWhatTheComputerShowsAndTheComputerGoesOnByItself() {
        var camille = camille();
        try (var computer = Browser.desktop(HOUSE);
                var phone = phone()) {
            signIn(computer, camille);
            computer.open("/poche/account/authenticators");
            computer.andArrive(() -> computer.button("Ajouter un appareil").click());
            computer.seesHeading("Ajouter un appareil");
            good(computer.page(), "computer-add");
            var typed = computer.page().locator("#code").textContent();

            phone.open(APPLICATION);
            phone.seesHeading("Vos comptes");
            assertThat(phone.page().locator("[data-when=none]").first()).isVisible();
            good(phone.page(), "home-none");
            phone.link("Ajouter un compte").click();
            phone.seesHeading("Ajouter un compte");
            good(phone.page(), "add");

            submit(phone);
            assertThat(phone.field("Identifiant")).isFocused();
            good(phone.page(), "add-faults");
            phone.field("Identifiant").fill(camille.email());
            phone.field("Code").fill(typed.toLowerCase(Locale.ROOT));
            phone.field("Nom de l’appareil").fill("Mon téléphone");
            phone.page().locator("#pin").fill("123456");
            phone.field("Code PIN, encore une fois").fill("123456");
            submit(phone);
            assertThat(phone.page().getByText("se devine trop facilement")).isVisible();
            phone.page().locator("#pin").fill(PIN);
            phone.field("Code PIN, encore une fois").fill("270492");
            submit(phone);
            assertThat(phone.page().getByText("Les deux codes sont différents")).isVisible();
            phone.field("Code PIN, encore une fois").fill(PIN);
            submit(phone);
            phone.seesHeading("C’est fait");
            good(phone.page(), "added");

            assertThat(computer.page())
                    .hasURL(HOUSE.address() + "/poche/account/authenticators?notice=authenticator.bound");
            assertThat(computer.page().locator("#authenticators strong")).hasText("Mon téléphone");

            phone.link("Vos comptes").last().click();
            phone.seesHeading("Vos comptes");
            good(phone.page(), "home");
            phone.link("La Poche").click();
            phone.seesHeading("La Poche");
            good(phone.page(), "account");
            assertThat(phone.link("Changer de mot de passe"))
                    .hasAttribute(
                            "href",
                            HOUSE.address() + "/poche/account/password#identifier="
                                    + camille.email().replace("@", "%40"));
        }
    }

    @Test
    void theLinkAndThePhonesOwnLockAreEnough() {
        var camille = camille();
        try (var phone = phone()) {
            var lock = virtualLock(phone);
            var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
            phone.open(APPLICATION + "#bind=" + codes.link());
            phone.seesHeading("Ajouter un compte");
            assertThat(phone.page()).hasURL(HOUSE.address() + APPLICATION + "#add");
            assertThat(phone.page().getByLabel("Verrouillage du téléphone")).isChecked();
            good(phone.page(), "add-by-link");
            phone.field("Nom de l’appareil").fill("Avec verrou");
            submit(phone);
            phone.seesHeading("C’est fait");

            ask(camille, "recovery", "41", true);
            phone.link("Vos comptes").last().click();
            phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
            assertThat(phone.page().getByText("Votre téléphone vous demandera")).isVisible();
            good(phone.page(), "request-lock");
            phone.field("Numéro affiché sur votre écran").fill("41");
            phone.button("OUI").click();
            phone.seesHeading("C’est fait");
            assertThat(approvals().outcomes()).containsExactly("approved");

            verified(lock, false);
            ask(camille, "sign-in", "736214", true);
            phone.link("Vos comptes").last().click();
            phone.seesHeading("Êtes-vous en train de vous connecter\u202f?");
            phone.field("Numéro affiché sur votre écran").fill("736214");
            phone.button("OUI").click();
            assertThat(phone.page().getByText("Le téléphone n’a pas été déverrouillé"))
                    .isVisible();
            assertThat(approvals().outcomes()).isEmpty();
        }
    }

    @Test
    void aRequestComesByItselfAndIsAnsweredWithItsNumberAndThePin() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            ask(camille, "recovery", "41", false);
            phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
            assertThat(phone.page().getByText("Firefox sur Windows")).isVisible();
            assertThat(phone.page().getByText("203.0.113.7")).isVisible();
            assertThat(phone.page().getByText("n’a jamais été ouvert dans ce navigateur"))
                    .isVisible();
            good(phone.page(), "request");

            phone.button("OUI").click();
            assertThat(phone.field("Numéro affiché sur votre écran")).isFocused();
            good(phone.page(), "request-faults");
            phone.field("Numéro affiché sur votre écran").fill("41");
            phone.page().locator("#unlock").fill("111119");
            phone.button("OUI").click();
            assertThat(phone.page().getByText("Essais restants\u00a0: 9")).isVisible();
            phone.page().locator("#unlock").fill(PIN);
            phone.page().keyboard().press("Enter");
            phone.seesHeading("C’est fait");
            assertThat(phone.page().getByText("Retournez sur le navigateur")).isVisible();
            good(phone.page(), "approved");
            assertThat(approvals().outcomes()).containsExactly("approved");
        }
    }

    @Test
    void aWrongNumberADenialAndATooLateAnswerEndWhereTheySay() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            answer(phone, camille, "41", "14", "Ce n’est pas le bon numéro");
            good(phone.page(), "wrong-number");
            assertThat(approvals().outcomes()).containsExactly("wrong-number");

            phone.link("Vos comptes").last().click();
            ask(camille, "sign-in", "736214", true);
            phone.seesHeading("Êtes-vous en train de vous connecter\u202f?");
            phone.button("NON, ce n’est pas moi").click();
            phone.seesHeading("Demande refusée");
            good(phone.page(), "denied");
            assertThat(approvals().outcomes()).containsExactly("denied");

            phone.link("Vos comptes").last().click();
            approvals().ask(HOUSE.account(camille).id(), "sign-in", "123987", true, Duration.ofSeconds(4), clock());
            phone.seesHeading("Êtes-vous en train de vous connecter\u202f?");
            phone.seesHeading("Cette demande n’est plus valable");
            good(phone.page(), "over");
        }
    }

    @Test
    void tenWrongPinsEraseTheKeyAndNoTryIsGivenBackByClosing() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            ask(camille, "recovery", "41", true);
            for (var left = 9; left > 0; left--) {
                phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
                phone.field("Numéro affiché sur votre écran").fill("41");
                phone.page().locator("#unlock").fill("%06d".formatted(left));
                phone.button("OUI").click();
                assertThat(phone.page().getByText("Essais restants\u00a0: " + left))
                        .isVisible();
                if (left % 4 == 0) {
                    phone.open(APPLICATION);
                }
            }
            phone.field("Numéro affiché sur votre écran").fill("41");
            phone.page().locator("#unlock").fill("000000");
            phone.button("OUI").click();
            phone.seesHeading("Trop de codes PIN erronés");
            good(phone.page(), "wiped");
            assertThat(kept(phone, "!account.lock.wrapped")).isEqualTo(true);

            ask(camille, "recovery", "42", true);
            phone.link("Vos comptes").last().click();
            phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
            phone.field("Numéro affiché sur votre écran").fill("42");
            phone.page().locator("#unlock").fill(PIN);
            phone.button("OUI").click();
            phone.seesHeading("Trop de codes PIN erronés");
            assertThat(approvals().outcomes()).isEmpty();
        }
    }

    @Test
    void itsKeysCannotLeaveThePhoneAndThePinIsNotAmongThem() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            for (var key : List.of("account.key", "account.lock.binder")) {
                assertThat(kept(phone, key + ".extractable")).isEqualTo(false);
            }
            assertThat(String.valueOf(kept(phone, "JSON.stringify(account)"))).doesNotContain(PIN);
        }
    }

    @Test
    void withoutANetworkTheShellOpensAndSaysSo() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            phone.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
            phone.page().waitForFunction("navigator.serviceWorker.controller !== null");
            phone.context().setOffline(true);
            phone.page().reload();
            phone.seesHeading("Vos comptes");
            assertThat(phone.link("La Poche")).isVisible();
            assertThat(phone.page().getByText("Pas de réseau. Les demandes")).isVisible();
            good(phone.page(), "offline");
            var kept = phone.page()
                    .evaluate("caches.keys().then(names => caches.open(names[0])).then(cache => cache.keys())"
                            + ".then(all => all.map(one => new URL(one.url).pathname).join(' '))");
            assertThat(String.valueOf(kept)).contains(APPLICATION).doesNotContain("/api/", "/account");
            phone.context().setOffline(false);
            assertThat(phone.page().getByText("Pas de réseau. Les demandes")).isHidden();
            phone.troubles(); // what Chromium says of a network that was away
        }
    }

    @Test
    void aPushShowsThatSomebodyAsksAndNothingElse() throws Exception {
        var camille = camille();
        try (var phone = Browser.of(HOUSE).wide(390).notified().open()) {
            add(phone, camille);
            phone.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
            var id = ask(camille, "recovery", "41", true);
            push(phone, id);
            phone.page()
                    .waitForCondition(() -> "1"
                            .equals(String.valueOf(phone.page()
                                    .evaluate("navigator.serviceWorker.ready.then(it => it.getNotifications())"
                                            + ".then(all => all.length)"))));
            var shown = String.valueOf(phone.page()
                    .evaluate("navigator.serviceWorker.ready.then(it => it.getNotifications())"
                            + ".then(([one]) => one.title + ' | ' + one.body + ' | ' + one.lang)"));
            assertThat(shown).isEqualTo("Demande d’approbation | La Poche\u00a0: ouvrez pour voir | fr");
            phone.troubles(); // a browser of tests is in private mode, and Chromium says that it gives no
            // subscription there
        }
    }

    @Test
    void aRevokedPhoneSaysSoAndForgetsItsKeys() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            var device = HOUSE.bean(Authenticators.class)
                    .of(POCHE, HOUSE.account(camille).id())
                    .getFirst();
            HOUSE.bean(Authenticators.class).revoke(POCHE, device.account(), device.id());
            phone.open(APPLICATION);
            phone.seesHeading("Ce téléphone a été retiré");
            good(phone.page(), "revoked");
            assertThat(accounts(phone)).isZero();
            phone.troubles(); // a 401 is what it was told by
        }
    }

    @Test
    void anAccountIsRemovedFromThePhoneByItsHolder() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            phone.link("La Poche").click();
            phone.link("Retirer ce compte de ce téléphone").click();
            phone.seesHeading("Retirer ce compte de ce téléphone");
            good(phone.page(), "remove");
            phone.button("Retirer ce compte").click();
            phone.seesHeading("Compte retiré");
            good(phone.page(), "removed");
            assertThat(accounts(phone)).isZero();
            assertThat(HOUSE.bean(Authenticators.class)
                            .has(POCHE, HOUSE.account(camille).id()))
                    .isFalse();
        }
    }

    @Test
    void signingOutOnTheSameOriginKeepsTheKeys() {
        var camille = camille();
        try (var phone = phone()) {
            signIn(phone, camille);
            phone.open("/poche/account/authenticators");
            phone.andArrive(() -> phone.button("Ajouter un appareil").click());
            phone.andArrive(() -> phone.link("Je suis déjà sur mon téléphone").click());
            fillPin(phone, "Même navigateur");
            phone.seesHeading("C’est fait");
            phone.open("/poche/account");
            phone.andArrive(() -> phone.button("Se déconnecter").click());
            phone.open(APPLICATION);
            assertThat(phone.link("La Poche")).isVisible();
            answer(phone, camille, "41", "41", "C’est fait");
            assertThat(approvals().outcomes()).containsExactly("approved");
        }
    }

    @Test
    void aPhoneWhoseClockIsAnHourWrongIsUnderstood() {
        var camille = camille();
        try (var phone = phone()) {
            phone.page().clock().setSystemTime(clock().millis() + 3_600_000L);
            add(phone, camille);
            answer(phone, camille, "41", "41", "C’est fait");
            phone.troubles(); // the call that came from the future was answered 401
        }
    }

    @Test
    void theIdentifierGoesAlongToTheDoorAndToTheWayOut() {
        try (var phone = phone()) {
            phone.open("/poche/account/password#identifier=camille%40example.org");
            assertThat(phone.page()).hasURL(HOUSE.address() + "/poche/sign-in?to=change-password");
            assertThat(phone.page().locator("#identifier")).hasValue("camille@example.org");
            phone.andArrive(() -> phone.page().locator(".ways-out a").first().click());
            assertThat(phone.page()).hasURL(HOUSE.address() + "/poche/recovery");
            assertThat(phone.page().locator("main input:visible").first()).hasValue("camille@example.org");
        }
    }

    @Test
    void theKeyboardAloneReachesTheEnd() {
        var camille = camille();
        try (var phone = phone()) {
            add(phone, camille);
            ask(camille, "recovery", "41", true);
            phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
            assertThat(phone.page().getByRole(AriaRole.HEADING).first()).isFocused();
            var keyboard = phone.page().keyboard();
            keyboard.press("Tab");
            keyboard.type("41");
            keyboard.press("Tab");
            keyboard.type(PIN);
            keyboard.press("Tab");
            assertThat(phone.button("OUI")).isFocused();
            keyboard.press("Space");
            phone.seesHeading("C’est fait");
        }
    }

    @Test
    void itReadsWellInTheDarkAndInEnglish() {
        var camille = camille();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        try (var phone = Browser.of(HOUSE).wide(390).dark().speaking("en-GB").open()) {
            phone.open(APPLICATION + "#bind=" + codes.link());
            phone.seesHeading("Add an account");
            good(phone.page(), "dark-add");
            phone.page().locator("#pin").fill(PIN);
            phone.page().locator("#pin-again").fill(PIN);
            visibleButton(phone, "Add").click();
            phone.seesHeading("Done");
            phone.link("Your accounts").last().click();
            good(phone.page(), "dark-home");
            phone.link("La Poche").click();
            good(phone.page(), "dark-account");
            ask(camille, "sign-in", "736214", false);
            phone.seesHeading("Are you signing in right now?");
            phone.button("YES").click();
            good(phone.page(), "dark-request");
        }
    }

    @Test
    void withoutJavaScriptItSaysWhatItNeeds() {
        try (var phone = Browser.of(HOUSE).wide(390).withoutJavaScript().open()) {
            phone.open(APPLICATION);
            assertThat(phone.page().locator("noscript p")).containsText("a besoin de JavaScript");
        }
    }

    private static void answer(Browser phone, Person person, String number, String typed, String heading) {
        ask(person, "recovery", number, true);
        phone.seesHeading("Voulez-vous réinitialiser votre mot de passe\u202f?");
        phone.field("Numéro affiché sur votre écran").fill(typed);
        phone.page().locator("#unlock").fill(PIN);
        phone.button("OUI").click();
        phone.seesHeading(heading);
    }

    private static void add(Browser phone, Person person) {
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, person, PASSWORD), "poche");
        phone.open(APPLICATION + "#bind=" + codes.link());
        fillPin(phone, "Mon téléphone");
        phone.seesHeading("C’est fait");
        phone.link("Vos comptes").last().click();
        phone.seesHeading("Vos comptes");
    }

    private static void fillPin(Browser phone, String name) {
        phone.seesHeading("Ajouter un compte");
        phone.field("Nom de l’appareil").fill(name);
        phone.page().locator("#pin").fill(PIN);
        phone.field("Code PIN, encore une fois").fill(PIN);
        submit(phone);
    }

    private static void submit(Browser phone) {
        visibleButton(phone, "Ajouter").click();
    }

    private static Locator visibleButton(Browser phone, String name) {
        return phone.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void signIn(Browser browser, Person person) {
        browser.open("/poche/sign-in");
        browser.page().locator("#identifier").fill(person.email());
        browser.page().locator("#password").fill(PASSWORD);
        browser.andArrive(() -> browser.button("Se connecter").click());
    }

    private static String ask(Person person, String action, String number, boolean known) {
        return approvals().ask(HOUSE.account(person).id(), action, number, known, Duration.ofMinutes(2), clock());
    }

    private static FakeApprovals approvals() {
        return HOUSE.bean(FakeApprovals.class);
    }

    private static Clock clock() {
        return HOUSE.bean(MovableClock.class);
    }

    private static Browser phone() {
        return Browser.of(HOUSE).wide(390).open();
    }

    private static Person camille() {
        approvals().outcomes();
        return HOUSE.withFreshBudgets().person("poche", PASSWORD);
    }

    /** Nothing for axe to find; kept as a picture where a folder is named. */
    private static void good(Page page, String name) {
        assertThat(Axe.findings(page)).as(name).isEmpty();
        var folder = System.getProperty("poterne.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    private static Object kept(Browser phone, String expression) {
        return phone.page().evaluate("""
                expression => new Promise((done, failed) => {
                  const opening = indexedDB.open("authenticator poche");
                  opening.onerror = () => failed(opening.error);
                  opening.onsuccess = () => {
                    const asking = opening.result.transaction("accounts").objectStore("accounts").getAll();
                    asking.onsuccess = () => {
                      const [account] = asking.result;
                      opening.result.close();
                      done({
                        "!account.lock.wrapped": account && !account.lock.wrapped,
                        "account.key.extractable": account?.key.extractable,
                        "account.lock.binder.extractable": account?.lock.binder?.extractable,
                        "JSON.stringify(account)": JSON.stringify(account),
                        count: asking.result.length,
                      }[expression]);
                    };
                  };
                })
                """, expression);
    }

    private static int accounts(Browser phone) {
        return ((Number) kept(phone, "count")).intValue();
    }

    private static CDPSession virtualLock(Browser phone) {
        var session = phone.context().newCDPSession(phone.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wrapped = new JsonObject();
        wrapped.add("options", options);
        var added = session.send("WebAuthn.addVirtualAuthenticator", wrapped);
        lockId = added.get("authenticatorId").getAsString();
        return session;
    }

    private static String lockId = "";

    private static void verified(CDPSession session, boolean verified) {
        var message = new JsonObject();
        message.addProperty("authenticatorId", lockId);
        message.addProperty("isUserVerified", verified);
        session.send("WebAuthn.setUserVerified", message);
    }

    private static void push(Browser phone, String text) throws Exception {
        var session = phone.context().newCDPSession(phone.page());
        var registration = new CompletableFuture<String>();
        session.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(one -> registration.complete(
                                one.getAsJsonObject().get("registrationId").getAsString())));
        session.send("ServiceWorker.enable");
        phone.page().waitForCondition(registration::isDone);
        var message = new JsonObject();
        message.addProperty("origin", HOUSE.address().toString());
        message.addProperty("registrationId", registration.get());
        message.addProperty("data", text);
        session.send("ServiceWorker.deliverPushMessage", message);
    }
}
