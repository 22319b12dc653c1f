package org.poterne.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.account.OwnAccount;
import org.poterne.authenticator.Phone.Codes;
import org.poterne.device.UserBrowser;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone is added, named, renamed and revoked, from the account's page to the phone's own calls. */
class EnrolmentFlowTests {

    private static final House HOUSE = House.open();
    private static final TenantId POCHE = new TenantId("poche");
    private static final String PASSWORD = "une phrase assez longue";
    private static final String LIST = "/poche/account/authenticators";

    @Test
    void aPhoneIsAddedByItsLinkThenRenamedThenRevoked() {
        var camille = camille();
        var holder = Phone.signedIn(HOUSE, camille, PASSWORD);
        assertThat(holder.get("/poche/account").page().select("main a").eachText())
                .anyMatch(link -> link.startsWith("Mes appareils"));

        var add = holder.submit(holder.get(LIST), Map.of());
        assertThat(add.path()).isEqualTo(LIST + "/add");
        assertThat(add.heading()).isEqualTo("Ajouter un appareil");
        assertThat(add.words()).contains(HOUSE.address() + "/poche/authenticator", camille.email(), "10\u00a0minutes");
        var link = add.first("a[href*=#bind=]").attr("href");
        assertThat(link).startsWith(HOUSE.address() + "/poche/authenticator#bind=");

        var phone = Phone.bare(HOUSE, "poche");
        var told = phone.bindByLink(Codes.on(add).link(), "Mon téléphone");
        assertThat(told.path("outcome").stringValue()).isEqualTo("bound");
        assertThat(told.path("house").stringValue()).isEqualTo("La Poche");
        assertThat(told.path("identifier").stringValue()).isEqualTo(camille.email());

        var list = holder.get(LIST + "/add");
        assertThat(list.path()).isEqualTo(LIST);
        assertThat(list.words()).contains("Votre téléphone est ajouté", "Mon téléphone", "Dernière réponse", "Aucune");

        var rename = holder.get(list.first("a:contains(Renommer)").attr("href"));
        assertThat(holder.submit(rename, Map.of("name", " ")).status()).isEqualTo(422);
        var renamed = holder.submit(rename, Map.of("name", "Téléphone du salon"));
        assertThat(renamed.words()).contains("Le nom est enregistré", "Téléphone du salon");
        assertThat(phone.call("state", Map.of()).path("name").stringValue()).isEqualTo("Téléphone du salon");

        var elsewhere = Phone.signedIn(HOUSE, camille, PASSWORD);
        var revoke = holder.get(renamed.first("a:contains(Retirer)").attr("href"));
        assertThat(revoke.heading()).isEqualTo("Retirer cet appareil");
        assertThat(holder.submit(revoke, Map.of()).words()).contains("L’appareil est retiré", "Aucun téléphone");
        assertThat(elsewhere.get("/poche/account").path()).isEqualTo("/poche/sign-in");
        assertThat(phone.call("state", Map.of()).path("outcome").stringValue()).isEqualTo("revoked");
        assertThat(events(camille)).contains("authn_factor_bound", "authn_factor_unbound");
    }

    @Test
    void aPhoneIsAddedByWhatWasTypedHoweverItWasTyped() {
        var camille = camille();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        assertThat(codes.typed()).matches("[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}");
        var sloppy = codes.typed().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
        var told = Phone.bare(HOUSE, "poche")
                .bindByTyped(" " + camille.email() + " ", sloppy.replace(" ", " - "), "Poche");
        assertThat(told.path("outcome").stringValue()).isEqualTo("bound");
        assertThat(authenticators().has(POCHE, HOUSE.account(camille).id())).isTrue();
    }

    @Test
    void aCodeServesOnceEitherWay() {
        var camille = camille();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        assertThat(outcome(codes)).isEqualTo("bound");
        assertThat(outcome(codes)).isEqualTo("code");
        assertThat(typed(camille, codes.typed())).isEqualTo("code");
    }

    @Test
    void aNewerCodeTakesTheOlderOnesPlace() {
        var holder = Phone.signedIn(HOUSE, camille(), PASSWORD);
        var older = Codes.shownTo(holder, "poche");
        var newer = Codes.shownTo(holder, "poche");
        assertThat(outcome(older)).isEqualTo("code");
        assertThat(outcome(newer)).isEqualTo("bound");
    }

    @Test
    void aCodeIsOfItsTenantAlone() {
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille(), PASSWORD), "poche");
        var told = Phone.bare(HOUSE, "veste").bindByLink(codes.link(), "Voisin");
        assertThat(told.path("outcome").stringValue()).isEqualTo("code");
        assertThat(outcome(codes)).isEqualTo("bound");
    }

    @Test
    void fiveWrongTriesKillWhatIsTypedAndTheirNumberHoldsUnderAnyParallelism() {
        var camille = camille();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        var bindings = HOUSE.bean(Bindings.class);
        var account = HOUSE.account(camille).id();
        var found = Hands.allAtOnce(IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(hand -> () ->
                        bindings.byTyped(POCHE, account, "%08d".formatted(hand)).isPresent())
                .toList());
        assertThat(found).containsOnly(false);
        assertThat(wrong(camille)).isEqualTo(5);
        assertThat(typed(camille, codes.typed())).isEqualTo("code");
        assertThat(outcome(codes)).as("128 bits need no counting").isEqualTo("bound");
    }

    @Test
    void ofFortyHandsWithOneCodeAtTwoNodesOneBinds() {
        var camille = camille();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        try (var second = HOUSE.secondNode()) {
            var told = Hands.allAtOnce(IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(hand -> () -> Phone.bare(hand % 2 == 0 ? HOUSE : second, "poche")
                            .bindByLink(codes.link(), "Main " + hand)
                            .path("outcome")
                            .stringValue())
                    .toList());
            assertThat(told).containsOnlyOnce("bound").containsOnly("bound", "code", "often");
            assertThat(authenticators().of(POCHE, HOUSE.account(camille).id())).hasSize(1);
        }
    }

    /** Whoever opens a session holds the account steady: the phone is bound before, and asked for, or after. */
    @Test
    void aPhoneIsNotBoundBetweenWhatASignInFindsAndWhatItOpens() {
        var camille = camille();
        var account = HOUSE.account(camille).id();
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        var phone = Phone.bare(HOUSE, "poche");
        var told = Hands.oneInTheWay(
                HOUSE,
                () -> HOUSE.bean(OwnAccount.class).steady(POCHE, account),
                () -> phone.bindByLink(codes.link(), "Téléphone"));
        assertThat(told.path("outcome").stringValue()).isEqualTo("bound");
    }

    @Test
    void wrongCodesAreCountedForTheirAddressAndRightOnesAreNot() {
        var camille = camille();
        var from = HOUSE.visitor().from("127.0.9.1");
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        for (var guess = 0; guess < 20; guess++) {
            var phone = Phone.bare(HOUSE, "poche");
            var wrong = phone.signed("enrol", phone.enrolment(Map.of("code", "A".repeat(22)), "Essai"));
            assertThat(Phone.read(wrong.send(from)).path("outcome").stringValue())
                    .isEqualTo("code");
        }
        var phone = Phone.bare(HOUSE, "poche");
        var again = phone.signed("enrol", phone.enrolment(Map.of("code", codes.link()), "Tard"));
        var refused = again.send(from);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(outcome(codes)).as("from elsewhere").isEqualTo("bound");
    }

    @Test
    void aPhoneWhoseLockIsNotShownToWorkIsNotAddedAndItsCodeStaysGood() {
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille(), PASSWORD), "poche");
        var phone = Phone.bare(HOUSE, "poche");
        var link = Map.of("code", codes.link());

        var withoutProof = phone.enrolment(link, "Sans preuve");
        withoutProof.put("proof", phone.deviceSignature(phone.enrolmentText()));
        var oneKeyForBoth = phone.enrolment(link, "Une clé pour deux");
        oneKeyForBoth.put("verification", Map.of("kind", "pin", "key", phone.deviceKey()));
        oneKeyForBoth.put("proof", phone.deviceSignature(phone.enrolmentText()));
        var noLock = phone.enrolment(link, "Sans verrou");
        noLock.put("verification", Map.of());
        var another = phone.enrolment(link, "Preuve d’un autre");
        another.put("proof", phone.proof("enrol\nanother"));

        for (var message : List.of(withoutProof, oneKeyForBoth, noLock, another)) {
            assertThat(phone.call("enrol", message).path("outcome").stringValue())
                    .as(String.valueOf(message.get("name")))
                    .isEqualTo("unverified");
        }
        assertThat(outcome(codes)).isEqualTo("bound");
    }

    @Test
    void aPhoneThatDoesNotHoldItsKeyIsNotAdded() {
        var codes = Codes.shownTo(Phone.signedIn(HOUSE, camille(), PASSWORD), "poche");
        var victim = Phone.bare(HOUSE, "poche");
        var thief = Phone.bare(HOUSE, "poche");
        var message = victim.enrolment(Map.of("code", codes.link()), "Clé d’un autre");
        assertThat(thief.call("enrol", message).path("outcome").stringValue()).isEqualTo("refused");
        assertThat(outcome(codes)).isEqualTo("bound");
    }

    @Test
    void anUnknownIdentifierIsAnsweredLikeAWrongCode() {
        var camille = camille();
        Codes.shownTo(Phone.signedIn(HOUSE, camille, PASSWORD), "poche");
        var wrong = Phone.bare(HOUSE, "poche").bindByTyped(camille.email(), "00000000", "x");
        var unknown = Phone.bare(HOUSE, "poche").bindByTyped("nobody@example.org", "00000000", "x");
        assertThat(unknown.propertyNames()).isEqualTo(wrong.propertyNames());
        assertThat(unknown.path("outcome")).isEqualTo(wrong.path("outcome"));
    }

    @Test
    void aTenantWithoutTheApplicationHasNoneOfIt() {
        var bare = Phone.bare(HOUSE, "gimic");
        assertThat(bare.signed("enrol", bare.enrolment(Map.of("code", "A".repeat(22)), "x"))
                        .send()
                        .status())
                .isEqualTo(404);
        for (var path : List.of("", "/manifest.webmanifest", "/service-worker.js", "/icon-192.png")) {
            assertThat(HOUSE.visitor().get("/gimic/authenticator" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void anAccountHasTenPhonesAtMostAndTheCodeOfTheEleventhIsNotSpent() {
        var camille = camille();
        var holder = Phone.signedIn(HOUSE, camille, PASSWORD);
        for (var number = 1; number < 10; number++) {
            Phone.enrol(HOUSE, holder, camille);
        }
        var codes = Codes.shownTo(holder, "poche");
        HOUSE.bean(Devices.class).add(POCHE, HOUSE.account(camille).id(), UUID.randomUUID(), device("Le dixième"));

        assertThat(outcome(codes)).isEqualTo("full");
        assertThat(holder.get(LIST).page().select("main form")).isEmpty();
        assertThat(holder.get(LIST + "/add").heading()).isEqualTo("Ajouter un appareil");
    }

    @Test
    void ofTwentyHandsWithTwentyCodesNoneBindsAnEleventhPhone() {
        var account = HOUSE.account(camille()).id();
        for (var number = 1; number < 10; number++) {
            HOUSE.bean(Devices.class).add(POCHE, account, UUID.randomUUID(), device("Téléphone " + number));
        }
        var bindings = HOUSE.bean(Bindings.class);
        var binder = HOUSE.bean(Binder.class);
        var hands = Hands.allAtOnce(IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(hand -> () -> {
                    var codes = BindingCodes.fresh();
                    bindings.begin(POCHE, account, codes);
                    return bindings.byLink(POCHE, codes.link())
                            .map(found -> binder.bind(POCHE, found, device("Main " + hand)))
                            .filter(EnrolmentOutcome.Bound.class::isInstance)
                            .isPresent();
                })
                .toList());
        assertThat(hands).containsOnlyOnce(true);
        assertThat(authenticators().of(POCHE, account)).hasSize(10);
    }

    @Test
    void nobodyTouchesAnothersPhone() {
        var camille = camille();
        var phone = Phone.enrol(HOUSE, camille, PASSWORD);
        var other = Phone.signedIn(HOUSE, camille(), PASSWORD);
        assertThat(other.get(LIST + "/revoke?device=" + phone.id()).path()).isEqualTo(LIST);
        var token = other.get(LIST).first("input[name=_csrf]").attr("value");
        other.post(LIST + "/revoke", Map.of("_csrf", token, "device", phone.id().toString()));
        other.post(LIST + "/rename", Map.of("_csrf", token, "device", phone.id().toString(), "name", "À moi"));
        assertThat(phone.call("state", Map.of()).path("outcome").stringValue()).isEqualTo("live");
        assertThat(phone.call("state", Map.of()).path("name").stringValue()).isEqualTo("Téléphone de test");
    }

    @Test
    void theCodesAreInNoRowAndOnNoOtherPage() {
        var camille = camille();
        var holder = Phone.signedIn(HOUSE, camille, PASSWORD);
        var codes = Codes.shownTo(holder, "poche");
        var row = HOUSE.bean(JdbcClient.class)
                .sql("select authenticator_binding::text from authenticator_binding where account_id = :account")
                .param("account", HOUSE.account(camille).id().value())
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(codes.link(), codes.typed(), codes.typed().replace(" ", ""));
        assertThat(holder.get(LIST).body()).doesNotContain(codes.link(), codes.typed());
        var sister = Phone.signedIn(HOUSE, camille, PASSWORD);
        assertThat(sister.get(LIST + "/add").heading()).isEqualTo("Ce code n’est plus valable");
    }

    @Test
    void codesDieAfterTenMinutesAndThePasswordIsAskedAfterFive() {
        try (var house = House.build().start()) {
            var camille = house.person("poche", PASSWORD);
            var holder = Phone.signedIn(house, camille, PASSWORD);
            var codes = Codes.shownTo(holder, "poche");
            house.bean(MovableClock.class).forward(Duration.ofMinutes(10));
            var phone = Phone.bare(house, "poche");
            assertThat(phone.bindByLink(codes.link(), "Tard").path("outcome").stringValue())
                    .isEqualTo("code");
            assertThat(holder.get(LIST + "/add").heading()).isEqualTo("Ce code n’est plus valable");

            var prove = holder.submit(holder.get(LIST), Map.of());
            assertThat(prove.page().select("input[name=current]")).hasSize(1);
            assertThat(holder.submit(prove, Map.of("current", PASSWORD)).heading())
                    .isEqualTo("Ajouter un appareil");
        }
    }

    /** With keys that nobody ever uses. */
    private static Devices.NewDevice device(String name) {
        var phone = Phone.bare(HOUSE, "poche");
        var key = DeviceKey.parse(phone.deviceKey()).orElseThrow();
        var lock = new Lock.Pin(DeviceKey.parse(phone.approvalKey()).orElseThrow());
        return new Devices.NewDevice(name, key, lock, 0, UserBrowser.parse(""));
    }

    private static String outcome(Codes codes) {
        return Phone.bare(HOUSE, "poche")
                .bindByLink(codes.link(), "Téléphone")
                .path("outcome")
                .stringValue();
    }

    private static String typed(Person person, String code) {
        return Phone.bare(HOUSE, "poche")
                .bindByTyped(person.email(), code, "Téléphone")
                .path("outcome")
                .stringValue();
    }

    private static int wrong(Person person) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select wrong from authenticator_binding where account_id = :account")
                .param("account", HOUSE.account(person).id().value())
                .query(Integer.class)
                .single();
    }

    private static List<String> events(Person person) {
        return HOUSE.bean(JdbcClient.class)
                .sql("select what from audit_event where account_id = :account")
                .param("account", HOUSE.account(person).id().value())
                .query((row, _) -> row.getString("what"))
                .list();
    }

    private static Authenticators authenticators() {
        return HOUSE.bean(Authenticators.class);
    }

    private static Person camille() {
        HOUSE.withFreshBudgets();
        return HOUSE.person("poche", PASSWORD);
    }
}
