package org.poterne.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.account.Username;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.Person;
import org.poterne.house.PuzzleWork;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.password.Passwords;
import org.poterne.password.RawPassword;
import org.poterne.tenant.TenantId;

/** Three wrong guesses bring an image where a guess is cheap or tells something, twenty everywhere. */
class SignInDoubtTests {

    private static final House HOUSE = House.open();
    private static final String PASSWORD = "sésame ouvre-toi 7";
    private static final String UNCHECKED = "Saisissez votre mot de passe : il n’a pas encore été vérifié.";
    private static final Map<String, String> NO_ANSWER = Map.of("challenge-answer", "");

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gimic", "agora", "extranet"})
    void theThirdWrongGuessBringsAnImageAndWithoutItTheRightPasswordOpensNothing(String tenant) {
        var camille = person(tenant);
        var visitor = HOUSE.visitor().from("127.0.41.1");
        assertThat(isAsked(knock(visitor, tenant, camille, "un", NO_ANSWER))).isFalse();
        assertThat(isAsked(knock(visitor, tenant, camille, "deux", NO_ANSWER))).isFalse();
        var third = knock(visitor, tenant, camille, "trois", NO_ANSWER);
        assertThat(isAsked(third)).isTrue();
        assertThat(third.first("#identifier").attr("value")).isEqualTo(camille);
        assertThat(third.words()).contains("Plusieurs essais de connexion ont échoué");

        var unanswered = send(visitor, third, camille, PASSWORD, NO_ANSWER);
        isRefused(unanswered, camille, "Saisissez les caractères de l’image, ou les chiffres que vous entendez.");
        var misread = send(visitor, unanswered, camille, PASSWORD, Map.of("challenge-answer", "AAAAAA"));
        isRefused(misread, camille, "Ces caractères ne sont pas ceux de l’image. En voici une autre.");
        assertThat(send(visitor, misread, camille, PASSWORD, Eyes.read(HOUSE, misread))
                        .path())
                .isEqualTo("/" + tenant + "/");
    }

    /** What is not looked at is no guess: three are gone after ten posts, and the fourth announces the last. */
    @Test
    void withoutAnAnswerNoGuessIsLost() {
        var camille = person("agora");
        var visitor = HOUSE.visitor().from("127.0.41.10");
        var page = wrong("agora", camille, "127.0.41.10");
        for (var post = 0; post < 7; post++) {
            page = send(visitor, visitor.get("/agora/sign-in"), camille, "faux de plus", NO_ANSWER);
        }
        var fourth = send(visitor, page, camille, "faux encore", Eyes.read(HOUSE, page));
        assertThat(fourth.words()).contains("Vous avez encore un essai avant le verrouillage de votre compte");
        assertThat(send(visitor, fourth, camille, PASSWORD, Eyes.read(HOUSE, fourth))
                        .path())
                .isEqualTo("/agora/");
    }

    @Test
    void oneAnswerLetsOneGuessBeLookedAt() {
        var camille = person("gimic");
        var visitor = HOUSE.visitor().from("127.0.41.11");
        wrong("gimic", camille, "127.0.41.11");
        var page = visitor.get("/gimic/sign-in");
        var answer = Eyes.read(HOUSE, page);
        assertThat(send(visitor, page, camille, "faux", answer).words()).contains("Email ou mot de passe incorrect.");
        isRefused(
                send(visitor, page, camille, PASSWORD, answer),
                camille,
                "L’image a plus de cinq minutes, ou elle a déjà servi. En voici une autre.");
    }

    /** The browser forgets the password that came with a wrong answer: whoever overlooks it does not read a second image. */
    @Test
    void withoutAPasswordTheAnswerStandsUntilThereIsOne() {
        var camille = person("gimic");
        var visitor = HOUSE.visitor().from("127.0.41.12");
        wrong("gimic", camille, "127.0.41.12");
        var page = visitor.get("/gimic/sign-in");
        var again = send(visitor, page, camille, "", Eyes.read(HOUSE, page));
        assertThat(again.first("#password-error").text()).isEqualTo(UNCHECKED);
        assertThat(Eyes.id(again)).isEqualTo(Eyes.id(page));
        var answer = again.first("#challenge-answer").attr("value");
        assertThat(send(visitor, again, camille, PASSWORD, Map.of("challenge-answer", answer))
                        .path())
                .isEqualTo("/gimic/");
    }

    @Test
    void anotherImageIsHadWithoutAScriptAndNoFault() {
        var camille = person("gimic");
        var visitor = HOUSE.visitor().from("127.0.41.13");
        wrong("gimic", camille, "127.0.41.13");
        var page = visitor.get("/gimic/sign-in");
        var other = send(visitor, page, camille, PASSWORD, Map.of("challenge-renew", "yes"));
        assertThat(other.words()).contains("Voici une autre image.");
        assertThat(other.page().select("#challenge-answer-error")).isEmpty();
        assertThat(other.first("#identifier").attr("value")).isEqualTo(camille);
        assertThat(Eyes.id(other)).isNotEqualTo(Eyes.id(page));
    }

    /** CA-2: a path without a test of eyes, ears or mind. */
    @Test
    void theDeviceMayWorkInstead() {
        var camille = person("gimic");
        var visitor = HOUSE.visitor().from("127.0.41.14");
        wrong("gimic", camille, "127.0.41.14");
        var page = visitor.get("/gimic/sign-in");
        assertThat(send(visitor, page, camille, PASSWORD, Map.of("challenge", PuzzleWork.answer(page)))
                        .path())
                .isEqualTo("/gimic/");
    }

    @Test
    void anotherBrowserAtTheSameAddressFindsItOnThePageAtOnce() {
        var camille = person("gimic");
        wrong("gimic", camille, "127.0.41.2");
        assertThat(isAsked(HOUSE.visitor().from("127.0.41.2").get("/gimic/sign-in")))
                .isTrue();
        assertThat(isAsked(HOUSE.visitor().from("127.0.41.3").get("/gimic/sign-in")))
                .isFalse();
    }

    /** CA-6: whose account was meant plays no part, nor whether there is one. */
    @ParameterizedTest
    @ValueSource(strings = {"gimic", "agora", "extranet"})
    void itIsTheSameForNamesThatAreNobodys(String tenant) {
        var pages = Stream.of(person(tenant), "personne." + person(tenant))
                .map(name -> {
                    HOUSE.withFreshBudgets();
                    return wrong(tenant, name, "127.0.41.4")
                            .body()
                            .replace(name, "NAME")
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                            .replaceAll("(data-puzzle|value)=\"[^\"]{40,}\"", "$1=\"\"");
                })
                .toList();
        assertThat(pages.getFirst()).contains("challenge-answer").isEqualTo(pages.getLast());
    }

    /** What others mistype behind one address is not the fault of a browser that has been let in before. */
    @Test
    void aKnownBrowserCountsForItself() {
        var camille = person("gimic");
        var owner = HOUSE.visitor().from("127.0.41.5");
        knock(owner, "gimic", camille, PASSWORD, NO_ANSWER);
        wrong("gimic", person("gimic"), "127.0.41.5");
        assertThat(isAsked(owner.get("/gimic/sign-in"))).isFalse();
        for (var guess = 0; guess < 3; guess++) {
            knock(owner, "gimic", camille, "faux " + guess, NO_ANSWER);
        }
        assertThat(isAsked(owner.get("/gimic/sign-in"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"neutre", "metamots"})
    void whereNothingIsToldAndPasswordsAreLongTheTwentiethWrongGuessOfAnAddressBringsIt(String tenant) {
        var visitor = HOUSE.visitor().from("127.0.41.6");
        for (var guess = 0; guess < 19; guess++) {
            assertThat(isAsked(knock(visitor, tenant, "personne" + guess, "faux", NO_ANSWER)))
                    .isFalse();
        }
        assertThat(isAsked(knock(visitor, tenant, "personne", "faux", NO_ANSWER)))
                .isTrue();
    }

    /** An account of one's own lets in as many browsers as one likes, each with guesses of its own. */
    @Test
    void afterTwentyWrongGuessesOfAnAddressItsKnownBrowsersAreAskedToo() {
        var camille = person("gimic");
        var owner = HOUSE.visitor().from("127.0.41.9");
        knock(owner, "gimic", camille, PASSWORD, NO_ANSWER);
        for (var guess = 0; guess < 20; guess++) {
            assertThat(isAsked(owner.get("/gimic/sign-in"))).isFalse();
            var browser = HOUSE.visitor().from("127.0.41.9");
            if (guess % 2 == 0) {
                knock(browser, "gimic", camille, PASSWORD, Map.of());
            }
            knock(browser, "gimic", "autre" + guess + "@example.org", "faux", Map.of());
        }
        assertThat(isAsked(owner.get("/gimic/sign-in"))).isTrue();
    }

    /** CA-1, attack 16: an answer lets one guess be looked at, and no budget is wider for it. */
    @Test
    void anAnswerGivesNothingBack() {
        var visitor = HOUSE.visitor().from("127.0.41.7");
        var page = wrong("gimic", "personne@example.org", "127.0.41.7");
        var statuses = IntStream.range(0, 25)
                .mapToObj(guess -> {
                    var form = visitor.get("/gimic/sign-in");
                    return form.status() == 200 && isAsked(form)
                            ? send(visitor, form, "autre" + guess + "@example.org", "faux", Eyes.read(HOUSE, form))
                            : form;
                })
                .map(Seen::status)
                .toList();
        assertThat(isAsked(page)).isTrue();
        assertThat(statuses.subList(0, 17)).as("20 a minute for an address").containsOnly(422);
        assertThat(statuses.subList(17, 25)).containsOnly(429);
    }

    @Test
    void aQuarterOfAnHourLaterNothingIsAsked() {
        try (var house = House.build().start()) {
            var visitor = house.visitor();
            for (var guess = 0; guess < 3; guess++) {
                visitor.submit(
                        visitor.get("/gimic/sign-in"),
                        Map.of("identifier", "personne@example.org", "password", "faux " + guess));
            }
            assertThat(isAsked(visitor.get("/gimic/sign-in"))).isTrue();
            house.bean(MovableClock.class).forward(Duration.ofMinutes(15));
            assertThat(isAsked(visitor.get("/gimic/sign-in"))).isFalse();
        }
    }

    @Test
    void aForgottenFieldIsNoGuess() {
        var visitor = HOUSE.visitor().from("127.0.41.8");
        for (var slip = 0; slip < 4; slip++) {
            assertThat(isAsked(knock(visitor, "gimic", " ", "faux", NO_ANSWER))).isFalse();
            assertThat(isAsked(knock(visitor, "gimic", "personne@example.org", "", NO_ANSWER)))
                    .isFalse();
        }
    }

    private static Seen wrong(String tenant, String name, String address) {
        var visitor = HOUSE.visitor().from(address);
        return IntStream.range(0, 3)
                .mapToObj(guess -> knock(visitor, tenant, name, "faux " + guess, NO_ANSWER))
                .toList()
                .getLast();
    }

    private static Seen knock(
            Visitor visitor, String tenant, String name, String password, Map<String, String> answer) {
        return send(visitor, visitor.get("/" + tenant + "/sign-in"), name, password, answer);
    }

    private static Seen send(Visitor visitor, Seen page, String name, String password, Map<String, String> answer) {
        var fields = new HashMap<>(answer);
        fields.put("identifier", name);
        fields.put("password", password);
        return visitor.submit(page, fields);
    }

    private static void isRefused(Seen page, String identifier, String why) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.first("#challenge-answer-error").text()).isEqualTo(why);
        assertThat(page.first("#password-error").text()).isEqualTo(UNCHECKED);
        assertThat(page.first("#identifier").attr("value")).isEqualTo(identifier);
    }

    private static boolean isAsked(Seen page) {
        return !page.page().select("main .question img").isEmpty();
    }

    /** What somebody new types as identifier there. */
    private static String person(String tenant) {
        var number = HOUSE.person("voisine").email().replaceAll("\\D", "");
        var email = "doute." + number + "@example.org";
        var username = "doute" + number;
        var id = new TenantId(tenant);
        var address = EmailAddress.parse(email).orElseThrow();
        HOUSE.bean(Accounts.class)
                .addAll(
                        id,
                        List.of(new NewAccount(
                                address, Username.parse(username), "Camille", "Martin", Optional.of(Locale.FRENCH))));
        var passwords = HOUSE.bean(Passwords.class);
        var account = HOUSE.account(new Person(tenant, email)).id();
        passwords.replace(id, account, passwords.hash(new RawPassword(PASSWORD)));
        return "extranet".equals(tenant) ? username : email;
    }
}
