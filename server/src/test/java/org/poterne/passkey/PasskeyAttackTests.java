package org.poterne.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Seen;
import org.poterne.house.SoftKey;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import tools.jackson.databind.json.JsonMapper;

/** What a passkey must not open, whoever signs (WebAuthn L3 §7, §13). */
class PasskeyAttackTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");
    private static final String REFUSED = "Cette clé d’accès n’a pas permis de vous connecter.";

    private final KeyHolder camille = KeyHolder.at(HOUSE, "gimic");
    private final KeyHolder elsewhere = camille.elsewhere();

    @BeforeEach
    void freshBudgets() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void withoutVerificationOfItsUserAKeyIsNotMadeAndOpensNothing() {
        camille.begin();
        var page = camille.make(SoftKey.at(HOUSE).unverified(), "Sans vérification");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Cette clé d’accès n’a pas été ajoutée");
        opensNothing(camille.add("Téléphone").unverified());
    }

    @Test
    void aSignatureForAnotherPageOrAnotherHostOpensNothing() {
        var key = camille.add("Téléphone");
        for (var page : List.of("http://localhost", "https://" + HOUSE.address().getAuthority(), "https://l0calhost")) {
            opensNothing(key.onPage(page));
        }
        opensNothing(key.onPage(HOUSE.address().toString()).forHost("elsewhere.example"));
        assertThat(elsewhere.enterWith(key.forHost("localhost")).path()).isEqualTo("/gimic/");
    }

    @Test
    void aKeyOfAnotherPageOrHostIsNotKept() {
        camille.begin();
        for (var key : List.of(
                SoftKey.at(HOUSE).onPage("https://l0calhost"), SoftKey.at(HOUSE).forHost("elsewhere.example"))) {
            assertThat(camille.make(key, "Ailleurs").status()).isEqualTo(422);
        }
        assertThat(HOUSE.bean(Passkeys.class)
                        .list(GIMIC, HOUSE.account(camille.person()).id()))
                .isEmpty();
    }

    @Test
    void oneSignatureOpensOnce() {
        var signed = camille.add("Téléphone").sign(elsewhere.question("/sign-in/with-passkey"));
        assertThat(elsewhere.post("/sign-in/with-passkey", signed).path()).isEqualTo("/gimic/");
        var again = camille.elsewhere().visitor().withCookiesOf(elsewhere.visitor());
        var replayed = new KeyHolder(HOUSE, camille.person(), again);
        replayed.post("/sign-out", Map.of());
        assertThat(replayed.post("/sign-in/with-passkey", signed).words()).contains(REFUSED);
        assertThat(replayed.isIn()).isFalse();
    }

    @Test
    void aChallengeIsItsBrowsersAlone() {
        var signed = camille.add("Téléphone").sign(elsewhere.question("/sign-in/with-passkey"));
        var stranger = camille.elsewhere();
        stranger.question("/sign-in/with-passkey"); // a bond of its own
        assertThat(stranger.post("/sign-in/with-passkey", signed).words()).contains(REFUSED);
        assertThat(stranger.isIn()).isFalse();
    }

    @Test
    void aChallengeIsItsPurposesAlone() {
        var key = camille.add("Téléphone");
        var beside = key.sign(camille.question("/account/passkey/new"));
        assertThat(elsewhere.post("/sign-in/with-passkey", beside).words()).contains(REFUSED);
        elsewhere.showPassword();
        var alone = key.sign(elsewhere.question("/sign-in/with-passkey"));
        assertThat(elsewhere.post("/sign-in/passkey", alone).status()).isEqualTo(422);
        assertThat(elsewhere.isIn()).isFalse();
    }

    @Test
    void aChallengeLivesFiveMinutesAndIsAnsweredOnce() {
        var clock = new MovableClock();
        var challenges = new Challenges(HOUSE.bean(InstallationKey.class), HOUSE.bean(JdbcClient.class), clock);
        var bond = new PasskeyBond(PasskeyPurpose.RECOVERY, "attempt 1");
        var bytes = Bytes.random();
        var first = challenges.seal(GIMIC, bond, bytes);
        assertThat(challenges.spend(VOISINE, bond, first)).isEmpty();
        assertThat(challenges.spend(GIMIC, new PasskeyBond(PasskeyPurpose.RECOVERY, "attempt 2"), first))
                .isEmpty();
        assertThat(challenges.spend(GIMIC, bond, first + "A")).isEmpty();
        clock.forward(Duration.ofMinutes(4));
        assertThat(challenges.spend(GIMIC, bond, first)).contains(bytes);
        assertThat(challenges.spend(GIMIC, bond, first)).isEmpty();

        var second = challenges.seal(GIMIC, bond, Bytes.random());
        clock.forward(Duration.ofMinutes(5));
        assertThat(challenges.spend(GIMIC, bond, second)).isEmpty();
        challenges.forgetExpired();
        assertThat(challenges.spend(GIMIC, bond, first))
                .as("forgotten, and too old all the same")
                .isEmpty();
    }

    @Test
    void aRemovedKeyOpensNothing() {
        var key = camille.add("Téléphone");
        var page = camille.get("/account/passkey")
                .page()
                .select("main a[href$=/remove]")
                .attr("href");
        camille.visitor().submit(camille.visitor().get(page), Map.of());
        opensNothing(key);
        assertThat(elsewhere.showPassword().path()).as("nothing more is asked").isEqualTo("/gimic/");
    }

    @Test
    void somebodyElsesKeyIsNoSecondFactor() {
        camille.add("Téléphone");
        var other = KeyHolder.at(HOUSE, "gimic").add("La sienne");
        elsewhere.showPassword();
        var page = elsewhere.confirmWith(other);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains("Cette clé d’accès n’a pas été acceptée");
        assertThat(elsewhere.isIn()).isFalse();
    }

    @Test
    void aKeyThatNamesSomebodyElseOpensNothing() {
        var own = camille.add("Téléphone");
        var others = KeyHolder.at(HOUSE, "gimic").add("La sienne");
        opensNothing(others.ofHandle(own));
    }

    @Test
    void aKeyOfAnotherTenantOpensNothing() {
        opensNothing(KeyHolder.at(HOUSE, "voisine").add("Chez la voisine"));
    }

    @Test
    void somebodyElsesKeyIsNeitherRenamedNorRemoved() {
        KeyHolder.at(HOUSE, "gimic");
        var owner = KeyHolder.at(HOUSE, "gimic");
        owner.add("La sienne");
        var id = HOUSE.bean(Passkeys.class)
                .list(GIMIC, HOUSE.account(owner.person()).id())
                .getFirst()
                .id();
        for (var page : List.of("/name", "/remove")) {
            assertThat(camille.get("/account/passkey/" + id + page).path()).isEqualTo("/gimic/account/passkey");
            camille.post("/account/passkey/" + id + page, Map.of("name", "Volée"));
        }
        assertThat(owner.get("/account/passkey").words()).contains("La sienne").doesNotContain("Volée");
    }

    /** There may be two of it (WebAuthn L3 §6.1.1). */
    @Test
    void aCounterThatGoesBackwardsIsRefusedAndWrittenDown() {
        var key = camille.add("Téléphone");
        assertThat(camille.elsewhere().enterWith(key.counting(7)).path()).isEqualTo("/gimic/");
        for (var number : List.of(7, 6, 0)) {
            opensNothing(key.counting(number));
        }
        assertThat(events()).filteredOn("authn_passkey_cloned"::equals).hasSize(3);
        var told = Stream.generate(() -> camille.person().mailbox().next().subject())
                .limit(4)
                .toList(); // in whichever order the courier took them
        assertThat(told)
                .filteredOn(subject -> subject.contains("existe peut-être en double"))
                .hasSize(3);
        assertThat(told)
                .filteredOn(subject -> subject.contains("Un deuxième facteur a été ajouté"))
                .hasSize(1);
        assertThat(camille.elsewhere().enterWith(key.counting(8)).path()).isEqualTo("/gimic/");
    }

    @Test
    void whatMayNotBeCopiedNeverBecomesACopy() {
        opensNothing(camille.add("Téléphone").copied());
    }

    @Test
    void ofFortyAnswersToOneChallengeOnTwoNodesOnePasses() {
        var key = camille.add("Téléphone");
        var signed = key.sign(elsewhere.question("/sign-in/with-passkey"));
        var fields = KeyHolder.with(signed, Map.of("_csrf", elsewhere.formToken()));
        try (var node = HOUSE.secondNode()) {
            var hands = new ArrayList<Callable<Seen>>();
            for (var hand = 0; hand < 40; hand++) {
                var visitor = (hand % 2 == 0 ? HOUSE : node).visitor().withCookiesOf(elsewhere.visitor());
                hands.add(() -> visitor.postAndStay("/gimic/sign-in/with-passkey", fields));
            }
            assertThat(Hands.allAtOnce(hands).stream().filter(seen -> seen.status() == 303))
                    .hasSize(1);
        }
    }

    /** An attacker who locks the password does not shut its owner out. */
    @Test
    void theLockOfThePasswordIsNotThePasskeys() {
        var key = camille.add("Téléphone");
        for (var guess = 0; guess < 12; guess++) {
            elsewhere
                    .visitor()
                    .submit(
                            elsewhere.get("/sign-in"),
                            Map.of("identifier", camille.person().email(), "password", "faux " + guess));
        }
        HOUSE.withFreshBudgets();
        assertThat(camille.elsewhere().enterWith(key).path()).isEqualTo("/gimic/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = 'disabled'", "confirmed_at = null"})
    void anAccountThatIsClosedOrUnconfirmedIsRefusedInTheWordsOfEveryRefusal(String state) {
        var key = camille.add("Téléphone");
        var unknown = camille.elsewhere().enterWith(SoftKey.at(HOUSE));
        HOUSE.bean(JdbcClient.class)
                .sql("update account set " + state + " where id = :id")
                .param("id", HOUSE.account(camille.person()).id().value())
                .update();
        var refused = elsewhere.enterWith(key);
        assertThat(refused.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(refused.words()).isEqualTo(unknown.words());
        assertThat(elsewhere.isIn()).isFalse();
    }

    @Test
    void theDoorNamesNoKeyAndTheSecondQuestionNamesOnlyOnesOwn() {
        camille.add("Téléphone");
        var json = new JsonMapper();
        var door = json.readTree(elsewhere.question("/sign-in/with-passkey"));
        assertThat(door.at("/options/allowCredentials").size()).isZero();
        assertThat(door.at("/options/userVerification").asString()).isEqualTo("required");
        assertThat(door.at("/options/challenge").asString()).hasSize(43);
        assertThat(elsewhere.get("/sign-in/passkey/options").status()).isEqualTo(404);
        elsewhere.showPassword();
        assertThat(json.readTree(elsewhere.question("/sign-in/passkey"))
                        .at("/options/allowCredentials")
                        .size())
                .isOne();
    }

    @Test
    void whatAnAuthenticatorIsToldNamesNobody() {
        camille.begin();
        var asked = new JsonMapper().readTree(camille.question("/account/passkey/new"));
        var handle = Bytes.fromBase64(asked.at("/options/user/id").asString());
        assertThat(handle.getBytes()).hasSize(32);
        assertThat(asked.at("/options/attestation").asString()).isEqualTo("none");
        assertThat(asked.at("/options/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        camille.make(SoftKey.at(HOUSE), "Téléphone");
        var again = new JsonMapper().readTree(camille.question("/account/passkey/new"));
        assertThat(again.at("/options/excludeCredentials").size()).isOne();
        assertThat(Bytes.fromBase64(again.at("/options/user/id").asString())).isEqualTo(handle);
    }

    static Stream<String> nonsense() {
        var response = "{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}";
        return Stream.of(
                "",
                "x",
                "null",
                "[]",
                "{}",
                "{\"id\":\"AA\"}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AB\",\"type\":\"public-key\",\"response\":" + response + "}",
                "{\"id\":\"**\",\"rawId\":\"**\",\"type\":\"public-key\",\"response\":" + response + "}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":" + response + "}",
                "{\"id\":[],\"rawId\":{},\"type\":7,\"response\":[]}",
                "{".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource
    void nonsense(String credential) {
        camille.begin();
        var challenge = new JsonMapper()
                .readTree(camille.question("/account/passkey/new"))
                .get("challenge")
                .asString();
        assertThat(camille.post(
                                "/account/passkey/new",
                                Map.of("name", "x", "challenge", challenge, "credential", credential))
                        .status())
                .isEqualTo(422);
        var asked = new JsonMapper()
                .readTree(elsewhere.question("/sign-in/with-passkey"))
                .get("challenge")
                .asString();
        assertThat(elsewhere
                        .post("/sign-in/with-passkey", Map.of("challenge", asked, "credential", credential))
                        .status())
                .isEqualTo(422);
    }

    /** Whatever sign of a good answer is another one: it is refused, and never a failure. */
    @Test
    void aTouchedAnswerIsRefused() {
        var key = camille.add("Téléphone");
        var passkeys = HOUSE.bean(Passkeys.class);
        var gimic = HOUSE.bean(Tenants.class).get(GIMIC);
        var account = HOUSE.account(camille.person()).id();
        for (var at = 0; at < 600; at++) {
            var question = passkeys.challengeFor(gimic, new PasskeyBond(PasskeyPurpose.RECOVERY, "attempt"))
                    .orElseThrow();
            var signed = PasskeyAnswer.of(key.sign(question));
            var good = signed.credential();
            var touched = good.substring(0, at % good.length())
                    + (good.charAt(at % good.length()) == 'A' ? 'B' : 'A')
                    + good.substring(at % good.length() + 1);
            var answer = new PasskeyAnswer(signed.challenge(), touched);
            var from = ClientAddress.of("10.61.0." + at % 200);
            var outcome =
                    passkeys.verify(gimic, account, new PasskeyBond(PasskeyPurpose.RECOVERY, "attempt"), answer, from);
            assertThat(outcome instanceof ShowOutcome.Shown && !essence(touched).equals(essence(good)))
                    .as(touched)
                    .isFalse();
        }
    }

    /** The bytes that are signed, or sign; what else an answer holds is beside the point. */
    private static String essence(String credential) {
        try {
            var answer = new JsonMapper().readTree(credential);
            return Stream.of("/rawId", "/response/clientDataJSON", "/response/authenticatorData", "/response/signature")
                    .map(part -> Base64.getUrlDecoder().decode(answer.at(part).asString()))
                    .map(HexFormat.of()::formatHex)
                    .collect(Collectors.joining(" "));
        } catch (RuntimeException _) {
            return credential;
        }
    }

    @Test
    void wrongAnswersFromOneAddressHaveABudget() {
        camille.add("Téléphone");
        var stranger = new KeyHolder(HOUSE, camille.person(), HOUSE.visitor().from("127.0.61.1"));
        for (var guess = 0; guess < 30; guess++) {
            assertThat(stranger.enterWith(SoftKey.at(HOUSE)).status()).isEqualTo(422);
        }
        assertThat(stranger.enterWith(SoftKey.at(HOUSE)).status()).isEqualTo(429);
    }

    @Test
    void nothingOfThisIsDoneWithoutAFormTokenOrASession() {
        for (var page : List.of("/sign-in/with-passkey", "/sign-in/passkey", "/account/passkey/new")) {
            assertThat(elsewhere.visitor().post(elsewhere.path(page), Map.of()).status())
                    .isEqualTo(403);
        }
        assertThat(elsewhere.post("/account/passkey/new", Map.of()).path()).isEqualTo("/gimic/sign-in");
        assertThat(elsewhere.get("/account/passkey/new/options").path()).isEqualTo("/gimic/sign-in");
        assertThat(elsewhere.post("/sign-in/passkey", Map.of()).path()).isEqualTo("/gimic/sign-in");
    }

    private void opensNothing(SoftKey key) {
        var page = elsewhere.enterWith(key);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.words()).contains(REFUSED);
        assertThat(elsewhere.isIn()).isFalse();
    }

    private List<String> events() {
        return HOUSE.bean(JdbcClient.class)
                .sql("select what from audit_event where account_id = :id")
                .param("id", HOUSE.account(camille.person()).id().value())
                .query((row, _) -> row.getString("what"))
                .list();
    }
}
