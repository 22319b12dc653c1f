package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.audit.AuditLog;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.profile.Profile;
import org.poterne.profile.TypedProfile;
import org.poterne.token.OneTimeToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A description keeps mistakes out, and is held against nobody but the account of the link. */
class MatchingProfileAttackTests {

    private static final House HOUSE = House.open();
    private static final String STRONG = "Trois-mots 42";

    /** LTB #24, #520, #816: a re-typed identity that selected the account. */
    @Test
    void whoeverHoldsALinkAndDescribesSomebodyElseChangesNobodysPassword() {
        var attacker = Described.at(HOUSE, "Sacha", "Petit");
        var victim = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var page = visitor.get(attacker.link(visitor));

        var answer = visitor.submit(page, victim.withPassword(STRONG));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(victim.has(HOUSE, STRONG)).isFalse();
        assertThat(attacker.has(HOUSE, STRONG)).isFalse();
        victim.mailbox().isEmpty();
        attacker.mailbox().isEmpty();
    }

    /** PWM #556; RT-13: at most five descriptions a link, and one answer for whatever differs. */
    @Test
    void theFifthMismatchKillsTheLinkAndItIsThenAsAnyOtherDeadOne() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var link = camille.link(visitor);
        var page = visitor.get(link);

        for (var slip : List.of("Camile", "Kamille", "Camilla", "Camil")) {
            page = visitor.submit(page, with(camille.with("given-name", slip)));
            assertThat(page.status()).isEqualTo(422);
        }
        var dead = visitor.submit(page, with(camille.with("given-name", "C")));
        assertThat(dead.status()).isEqualTo(410);
        assertThat(dead.words()).contains("les informations saisies ne correspondaient pas");

        assertThat(visitor.post("/metamots/recovery/password", posted(page, camille))
                        .status())
                .as("the right description, too late")
                .isEqualTo(410);
        assertThat(visitor.get(link).words()).isEqualTo(dead.words());
        assertThat(camille.has(HOUSE, STRONG)).isFalse();
        assertThat(whatHappenedTo(camille))
                .filteredOn("authn_password_reset_mismatch"::equals)
                .hasSize(5);

        var fresh = visitor.get(camille.link(visitor));
        assertThat(visitor.submit(fresh, camille.withPassword(STRONG)).path()).isEqualTo("/metamots/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void oneAnswerWhicheverFieldDiffers() {
        var answers = new ArrayList<String>();
        for (var slip : Map.of(
                        "email", "autre@example.org",
                        "given-name", "Camilla",
                        "family-name", "Martine",
                        "country", "BE",
                        "organisation-kind", "school")
                .entrySet()) {
            var camille = Described.at(HOUSE);
            var visitor = HOUSE.visitor();
            var page = visitor.get(camille.link(visitor));
            var answer = visitor.submit(page, with(camille.with(slip.getKey(), slip.getValue())));
            answers.add(answer.status()
                    + answer.first("#form-error").html()
                    + answer.page().select("[aria-invalid]").eachAttr("id"));
            camille.mailbox().isEmpty();
        }
        assertThat(answers).hasSize(5).containsOnly(answers.getFirst());
    }

    /** Hands at once, on two nodes: no more than five descriptions are looked at, and the link is dead. */
    @Test
    void ofSixtyWrongDescriptionsAtOnceOnTwoNodesFourAreAnsweredAndTheLinkIsDead() {
        try (var second = HOUSE.secondNode()) {
            var camille = Described.at(HOUSE);
            var visitor = HOUSE.visitor();
            var page = visitor.get(camille.link(visitor));
            var wrong = with(camille.with("family-name", "Martine"));
            var elsewhere = second.visitor().withCookiesOf(visitor);

            var answers = atOnce(IntStream.range(0, 60)
                    .<Callable<Seen>>mapToObj(
                            number -> () -> (number % 2 == 0 ? visitor : elsewhere).submit(page, wrong))
                    .toList());

            assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(4);
            assertThat(answers).filteredOn(answer -> answer.status() == 410).hasSize(56);
            assertThat(HOUSE.bean(JdbcClient.class)
                            .sql("select mismatches from recovery_attempt where account_id = :account")
                            .param("account", accountOf(camille).id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(RecoveryAttempts.TRIES);
            camille.mailbox().isEmpty();
        }
    }

    /** Spring Security CVE-2026-22751, Keycloak #37231, on a procedure of three proofs. */
    @Test
    void ofFortyRightDescriptionsAtOnceOnTwoNodesOneSetsThePassword() {
        try (var second = HOUSE.secondNode()) {
            var camille = Described.at(HOUSE);
            var visitor = HOUSE.visitor();
            var page = visitor.get(camille.link(visitor));
            var elsewhere = second.visitor().withCookiesOf(visitor);

            var answers = atOnce(IntStream.range(0, 40)
                    .<Callable<Seen>>mapToObj(number -> () ->
                            (number % 2 == 0 ? visitor : elsewhere).submit(page, camille.withPassword(STRONG + number)))
                    .toList());

            assertThat(answers)
                    .filteredOn(answer -> answer.path().equals("/metamots/sign-in"))
                    .hasSize(1);
            assertThat(IntStream.range(0, 40).filter(number -> camille.has(HOUSE, STRONG + number)))
                    .hasSize(1);
            camille.mailbox().next();
            camille.mailbox().isEmpty();
        }
    }

    /** Keycloak CVE-2026-18963: a step skipped. */
    @Test
    void noOrderOfStepsReachesTheNewPasswordWithoutEveryProof() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var request = camille.ask(visitor);
        var csrf = visitor.get("/metamots/recovery").first("input[name=_csrf]").attr("value");
        var typed = camille.withPassword(STRONG);
        typed.put("_csrf", csrf);

        assertThat(request.path()).isEqualTo("/metamots/recovery/sent");
        assertThat(visitor.post("/metamots/recovery/password", typed).status())
                .as("described, and no link")
                .isEqualTo(410);

        var link = camille.mailbox().next().link();
        visitor.get(link);
        var bare = visitor.post("/metamots/recovery/password", Map.of("_csrf", csrf, "password", STRONG));
        assertThat(bare.status()).as("a link, and no description").isEqualTo(422);
        assertThat(visitor.get("/metamots/recovery/password?password=" + "x").status())
                .as("looking changes nothing")
                .isEqualTo(200);
        assertThat(camille.has(HOUSE, STRONG)).isFalse();
        camille.mailbox().isEmpty();
    }

    @Test
    void matchingMismatchingAndUnknownRequestsAreAnsweredAlike() {
        var camille = Described.at(HOUSE);
        var unknown = camille.with("email", "nobody.at.all@example.org");
        var mismatch = camille.with("country", "BE");
        var answers = new ArrayList<List<Object>>();
        for (var typed : List.of(camille.fields(), unknown, mismatch)) {
            var visitor = HOUSE.visitor();
            var page = visitor.get("/metamots/recovery");
            var fields = new HashMap<>(typed);
            fields.put("_csrf", page.first("input[name=_csrf]").attr("value"));
            var answer = visitor.postAndStay("/metamots/recovery", fields);
            var headers = new TreeMap<>(answer.response().headers().map());
            headers.remove("date");
            answers.add(List.of(answer.status(), headers, answer.body()));
        }
        assertThat(answers).containsOnly(answers.getFirst());
        camille.mailbox().next();
        camille.mailbox().isEmpty();
        new Mailbox("nobody.at.all@example.org").isEmpty();
    }

    /** The mail cannon, and its mirror: whoever guesses at the names spends nothing of the owner's letters. */
    @Test
    void mismatchingRequestsSpendNothingOfTheOwnersLetters() {
        HOUSE.withFreshBudgets();
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        for (var number = 0; number < 12; number++) {
            visitor.submit(visitor.get("/metamots/recovery"), camille.with("given-name", "Guess " + number));
        }
        camille.mailbox().isEmpty();
        assertThat(camille.link(visitor)).hasPath("/metamots/recovery/open");
        camille.mailbox().isEmpty();
        HOUSE.withFreshBudgets();
    }

    /** Django CVE-2019-19844: what was typed only describes; the letter goes to what is stored. */
    @Test
    void lookAlikeAddressesAndNamesOfOtherAlphabetsDescribeNobody() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var dotless = camille.email().replace("i", "ı");
        var cyrillic = camille.email().replace("e", "е");
        for (var typed : List.of(
                camille.with("email", dotless),
                camille.with("email", cyrillic),
                camille.with("given-name", "Саmille"))) {
            assertThat(visitor.submit(visitor.get("/metamots/recovery"), typed).path())
                    .isIn("/metamots/recovery/sent", "/metamots/recovery");
        }
        camille.mailbox().isEmpty();
    }

    /** House rule 10: what was typed is sealed, in whatever spelling it might stand. */
    @Test
    void nothingThatWasTypedIsKeptInClear() {
        var typed = new Description(
                Identifier.E_MAIL,
                "zephirine@example.org",
                new Profile(Map.of("given-name", "Zephirine", "family-name", "Élan")));
        var attempts = HOUSE.bean(RecoveryAttempts.class);
        var id = attempts.begin(Described.METAMOTS, typed, Duration.ofHours(1));
        var sealed = HOUSE.bean(JdbcClient.class)
                .sql("select asked from recovery_attempt where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .doesNotContain("ephirine", "example", "lan", "given-name");
        assertThat(attempts.takeAsked(Described.METAMOTS, id)).contains(typed);
        assertThat(attempts.takeAsked(Described.METAMOTS, id)).as("once").isEmpty();
        assertThat(typed + ""
                        + new TypedDescription(
                                Identifier.E_MAIL, "zephirine@example.org", TypedProfile.fresh(List.of())))
                .doesNotContain("ephirine");
    }

    /** What a version that asked an address alone had sealed is still read. */
    @Test
    void aRequestOfBeforeIsStillUnderstood() {
        for (var typed : List.of("a=b@example.org", "username=b@example.org", " e-mail=b@example.org ")) {
            assertThat(Description.read(typed))
                    .isEqualTo(new Description(Identifier.E_MAIL, typed, new Profile(Map.of())));
        }
        assertThat(Description.read("e-mail=b%40example.org&given-name=B"))
                .isEqualTo(new Description(Identifier.E_MAIL, "b@example.org", new Profile(Map.of("given-name", "B"))));
    }

    /** Judged before the password, and once more in the transaction that spends the link: no other state decides. */
    @Test
    void aLinkSpentWithAnotherDescriptionThanTheJudgedOneSetsNothing() {
        var camille = Described.at(HOUSE);
        var visitor = HOUSE.visitor();
        var secret = camille.link(visitor).getQuery().replace("token=", "");
        var links = HOUSE.bean(RecoveryLinks.class);
        var proofs = HOUSE.bean(Proofs.class);
        var token = OneTimeToken.parse(secret).orElseThrow();
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(undone -> {
            var holder = links.spend(Described.METAMOTS, token).orElseThrow();
            assertThat(holder.attempt().standing())
                    .as("the proof before the letter")
                    .isEqualTo(1);
            assertThat(proofs.allStand(Described.METAMOTS, holder, description(camille.with("country", "BE"))))
                    .isFalse();
            undone.setRollbackOnly();
        });
        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(undone -> {
            var holder = links.spend(Described.METAMOTS, token).orElseThrow();
            var skipped = new LinkHolder(
                    holder.account(),
                    new RecoveryAttempt(
                            holder.attempt().id(),
                            holder.attempt().account(),
                            holder.attempt().proofs(),
                            0));
            assertThat(proofs.allStand(Described.METAMOTS, skipped, description(camille.fields())))
                    .as("a link whose first proof never stood")
                    .isFalse();
            assertThat(proofs.allStand(Described.METAMOTS, holder, description(camille.fields())))
                    .isTrue();
            undone.setRollbackOnly();
        });
        camille.mailbox().isEmpty();
    }

    /** Whoever was there before the tenant asked, or whose choice was since removed, is not shut out by it. */
    @Test
    void aFieldToWhichTheAccountHasNoAnswerIsHeldAgainstNobody() {
        var camille = Described.at(HOUSE);
        HOUSE.bean(JdbcClient.class)
                .sql("""
                        update profile_answer set answer = 'guild'
                         where tenant_id = 'metamots' and account_id = :account and field = 'organisation-kind'
                        """)
                .param("account", accountOf(camille).id().value())
                .update();
        HOUSE.bean(JdbcClient.class)
                .sql("delete from profile_answer where account_id = :account and field = 'country'")
                .param("account", accountOf(camille).id().value())
                .update();
        var visitor = HOUSE.visitor();
        visitor.submit(visitor.get("/metamots/recovery"), camille.with("given-name", "Kamille"));
        camille.mailbox().isEmpty(); // what it has is compared all the same
        visitor.submit(visitor.get("/metamots/recovery"), camille.with("country", "BE"));
        var page = visitor.get(camille.mailbox().next().link());
        assertThat(visitor.submit(page, with(camille.with("organisation-kind", "school")))
                        .path())
                .isEqualTo("/metamots/sign-in");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    private static Description description(Map<String, String> fields) {
        return new Description(Identifier.E_MAIL, fields.getOrDefault("email", ""), new Profile(fields));
    }

    private static Account accountOf(Described person) {
        return HOUSE.bean(Accounts.class)
                .findByEmail(
                        Described.METAMOTS, EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow();
    }

    private static List<String> whatHappenedTo(Described person) {
        var account = HOUSE.bean(Accounts.class)
                .findByEmail(
                        Described.METAMOTS, EmailAddress.parse(person.email()).orElseThrow())
                .orElseThrow();
        return HOUSE.bean(AuditLog.class).of(Described.METAMOTS, account.id(), 100).stream()
                .map(entry -> entry.what())
                .toList();
    }

    private static Map<String, String> with(Map<String, String> fields) {
        fields.put("password", STRONG);
        return fields;
    }

    private static Map<String, String> posted(Seen page, Described person) {
        var fields = person.withPassword(STRONG);
        fields.put("_csrf", page.first("input[name=_csrf]").attr("value"));
        return fields;
    }

    private static List<Seen> atOnce(List<Callable<Seen>> hands) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Seen>();
            for (var answer : threads.invokeAll(hands)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
