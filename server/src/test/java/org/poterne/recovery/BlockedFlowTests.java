package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.recovery.Hotelier.BLOCKED;
import static org.poterne.recovery.Hotelier.PASSWORD;
import static org.poterne.recovery.RecoveryFlowTests.twice;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.poterne.audit.AuditLog;
import org.poterne.house.Eyes;
import org.poterne.house.House;
import org.poterne.house.PuzzleWork;
import org.poterne.house.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;

/** "Si vous avez bloqué votre compte en essayant de vous connecter 5 fois sans succès", as extranet's help page tells it. */
class BlockedFlowTests {

    private static final House HOUSE = House.open();
    private static final String NEW = "trois clés au tableau";
    private static final String LAST_TRY = "Vous avez encore un essai avant le blocage de votre compte.";

    @BeforeEach
    void nothingIsSpent() {
        HOUSE.withFreshBudgets();
    }

    @Test
    void whoeverHasBlockedTheAccountConfirmsTheAddressAndIsSentALinkThatOpensIt() {
        var camille = Hotelier.at(HOUSE);
        var tries = camille.wrong(5);
        assertThat(tries.get(3).words()).contains(LAST_TRY);
        assertThat(tries.get(4).words()).contains(BLOCKED);
        assertThat(camille.signIn(HOUSE.visitor(), PASSWORD).words())
                .as("even the right one")
                .contains(BLOCKED);

        var visitor = HOUSE.visitor();
        var question = camille.ask(visitor);
        assertThat(question.status()).isEqualTo(422);
        assertThat(question.path()).isEqualTo("/extranet/recovery");
        assertThat(question.header("Cache-Control")).contains("no-store");
        assertThat(question.heading()).isEqualTo("Votre compte est bloqué");
        assertThat(question.words())
                .contains("Est-ce bien votre adresse e-mail\u202f?")
                .doesNotContain(camille.email());
        assertThat(question.first("main .address[dir=ltr]").text())
                .isEqualTo("c•••" + camille.email().charAt(camille.email().indexOf('@') - 1) + "@e•••.org");
        assertThat(question.first("main button[type=submit]").text()).isEqualTo("Oui, créer mon mot de passe");
        assertThat(question.page().select("main a").eachAttr("href"))
                .containsExactly("/extranet/assistance", "/extranet/recovery");
        camille.mailbox().isEmpty();

        var sent = visitor.submit(question, Map.of());
        assertThat(sent.path()).isEqualTo("/extranet/recovery/sent");
        var choose = visitor.get(camille.mailbox().next().link());
        assertThat(visitor.submit(choose, twice(NEW)).path()).isEqualTo("/extranet/sign-in");
        camille.mailbox().next();

        var again = IntStream.range(0, 4)
                .mapToObj(number -> camille.signIn(HOUSE.visitor(), "encore au hasard " + number))
                .toList();
        assertThat(again.subList(0, 3))
                .as("all attempts are back")
                .noneMatch(page -> page.words().contains(LAST_TRY));
        assertThat(again.getLast().words()).contains(LAST_TRY);
        assertThat(camille.has(NEW)).isTrue();
        assertThat(camille.ask(HOUSE.visitor()).path()).as("no longer blocked").isEqualTo("/extranet/recovery/sent");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void theOwnersOwnBrowserAsksTheSame() {
        var camille = Hotelier.at(HOUSE);
        var owner = HOUSE.visitor();
        camille.signIn(owner, PASSWORD);
        IntStream.range(0, 5).forEach(number -> camille.signIn(owner, "au hasard " + number));
        assertThat(camille.signIn(owner, PASSWORD).words()).contains(BLOCKED);

        assertThat(camille.ask(HOUSE.visitor()).path())
                .as("a stranger has blocked nothing")
                .isEqualTo("/extranet/recovery/sent");
        camille.mailbox().next();
        var question = camille.ask(owner);
        assertThat(question.heading()).isEqualTo("Votre compte est bloqué");
        assertThat(owner.submit(question, Map.of()).path()).isEqualTo("/extranet/recovery/sent");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    @Test
    void anAddressThatIsNotTheirsIsNotWrittenTo() {
        var camille = Hotelier.at(HOUSE);
        camille.wrong(5);
        var visitor = HOUSE.visitor();
        var question = camille.ask(visitor);
        var again = visitor.get(question.first("main .way-on a").attr("href"));
        assertThat(again.heading()).isEqualTo("Mot de passe oublié\u202f?");
        assertThat(again.first("#username").attr("value")).isEmpty();
        camille.mailbox().isEmpty();
    }

    @Test
    void itIsWrittenDownWithoutSayingWhose() {
        var camille = Hotelier.at(HOUSE);
        camille.wrong(5);
        camille.ask(HOUSE.visitor().from("127.0.31.7"));
        assertThat(HOUSE.bean(JdbcClient.class).sql("""
                                select count(*) from audit_event
                                 where what = 'authn_password_reset_address_shown' and account_id is null
                                   and from_address = '127.0.31.7'
                                """).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(HOUSE.bean(AuditLog.class)
                        .of(Hotelier.EXTRANET, camille.account().id(), 100))
                .noneMatch(entry -> entry.what().contains("address_shown"));
    }

    /** Each answer may tell something: a browser that has worked is let in widely, anything else seldom. */
    @Test
    void withoutWorkAFewAreLetInAndWithWorkMany() {
        var nobody = Hotelier.nobody(HOUSE);
        var plain = HOUSE.visitor().from("127.0.31.8");
        var worked = HOUSE.visitor().from("127.0.31.9");
        var answers = IntStream.range(0, 100).mapToObj(_ -> nobody.ask(plain)).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(95);
        assertThat(answers.getLast().page().select("main .question")).hasSize(1);
        var answered = IntStream.range(0, 20).mapToObj(_ -> {
            var page = worked.get("/extranet/recovery");
            return worked.submit(page, Map.of("username", nobody.username(), "challenge", PuzzleWork.answer(page)));
        });
        assertThat(answered).extracting(Seen::status).containsOnly(200);
    }

    /** Without JavaScript: the image once, and what was confirmed is not asked again. */
    @Test
    void whoeverReadsTheImageIsLetInWithoutWorkAndConfirmsTheAddressOnce() {
        var camille = Hotelier.at(HOUSE);
        camille.wrong(5);
        var visitor = HOUSE.visitor().from("127.0.31.11");
        Seen blocked = camille.ask(visitor);
        for (var slip = 0; slip < 4; slip++) {
            blocked = camille.ask(visitor);
        }
        var asked = visitor.submit(blocked, Map.of());
        assertThat(asked.words()).contains("Plusieurs demandes sont venues de votre réseau.");
        assertThat(asked.first("#username").attr("value")).isEqualTo(camille.username());
        var wrong = visitor.submit(asked, Map.of("challenge-answer", "AAAAAA"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.first("#challenge-answer-error").text())
                .isEqualTo("Ces caractères ne sont pas ceux de l’image. En voici une autre.");
        camille.mailbox().isEmpty();
        assertThat(visitor.submit(wrong, Eyes.read(HOUSE, wrong)).path()).isEqualTo("/extranet/recovery/sent");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }

    /** CA-6: the image comes and goes alike for whom there is and for whom there is not. */
    @Test
    void theImageIsAskedOfKnownAndUnknownNamesAlike() {
        var shapes = Stream.of(Hotelier.at(HOUSE), Hotelier.nobody(HOUSE))
                .map(name -> {
                    HOUSE.withFreshBudgets();
                    var visitor = HOUSE.visitor();
                    for (var time = 0; time < 5; time++) {
                        assertThat(name.ask(visitor).status()).isEqualTo(200);
                    }
                    return name.ask(visitor)
                            .body()
                            .replace(name.username(), "NAME")
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                            .replaceAll("(data-puzzle|value)=\"[^\"]{40,}\"", "$1=\"\"");
                })
                .toList();
        assertThat(shapes.getFirst()).contains("challenge-answer").isEqualTo(shapes.getLast());
    }

    @Test
    void theQuestionCarriesAPuzzleOfItsOwn() {
        var camille = Hotelier.at(HOUSE);
        camille.wrong(5);
        var visitor = HOUSE.visitor().from("127.0.31.10");
        Seen question = camille.ask(visitor);
        for (var slip = 0; slip < 4; slip++) {
            question = camille.ask(visitor);
        }
        assertThat(visitor.submit(question, Map.of()).status())
                .as("without work")
                .isEqualTo(422);
        var sent = visitor.submit(question, Map.of("challenge", PuzzleWork.answer(question)));
        assertThat(sent.path()).isEqualTo("/extranet/recovery/sent");
        camille.mailbox().next();
        camille.mailbox().isEmpty();
    }
}
