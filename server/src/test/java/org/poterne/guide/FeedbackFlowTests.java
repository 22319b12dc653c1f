package org.poterne.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.House;
import org.poterne.house.Seen;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader says of a page, and what is kept of it. */
class FeedbackFlowTests {

    private static final House HOUSE = House.open();
    private static final TenantId NEUTRE = new TenantId("neutre");
    private static final String PAGE = "/neutre/help/forgotten-password";

    @BeforeEach
    void nothingSaidYet() {
        HOUSE.withFreshBudgets();
        jdbc().sql("delete from guide_feedback where tenant_id = 'neutre'").update();
    }

    @Test
    void aReaderIsThankedAndTheAnswerIsCountedForItsPageAndLanguage() {
        var thanked = answer(Map.of("useful", "yes", "comment", ""));
        assertThat(thanked.path()).isEqualTo(PAGE);
        assertThat(thanked.page().select("main [role=status]").text()).startsWith("Merci de votre avis");
        answer(Map.of("useful", "yes"));
        answer(Map.of("useful", "no", "comment", "L’étape 3 a changé."));
        assertThat(feedback().counts(NEUTRE)).singleElement().satisfies(count -> {
            assertThat(count.page()).isEqualTo("forgotten-password");
            assertThat(count.language()).isEqualTo("fr");
            assertThat(count.useful()).isEqualTo(2);
            assertThat(count.notUseful()).isEqualTo(1);
            assertThat(count.lastComment()).isPresent();
        });
        assertThat(feedback().counts(new TenantId("voisine"))).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhoSaidIt() {
        answer(Map.of("useful", "no", "comment", "Trop long."));
        assertThat(jdbc().sql("select * from guide_feedback where tenant_id = 'neutre'")
                        .query()
                        .singleRow()
                        .keySet())
                .containsExactlyInAnyOrder("tenant_id", "number", "page", "language", "useful", "comment", "at");
    }

    @Test
    void aCommentIsKeptAsItWasTypedAndShownOnNoPage() {
        answer(Map.of("useful", "no", "comment", "  Deux lignes,\r\nla <script>alert(1)</script>\u0000\u0007 🙃  "));
        assertThat(answers()).containsExactly("Deux lignes,\nla <script>alert(1)</script> 🙃");
        assertThat(HOUSE.visitor().get(PAGE).body()).doesNotContain("alert(1)");
    }

    @Test
    void aCommentThatIsTooLongComesBackWithItsWords() {
        var refused = answer(Map.of("useful", "no", "comment", "é".repeat(1_001)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().title()).startsWith("Erreur");
        assertThat(refused.page().select("#comment-error").text()).contains("1\u202f001", "1\u202f000");
        assertThat(refused.first("#comment").wholeText()).hasSize(1_001);
        assertThat(answers()).isEmpty();
        assertThat(answer(Map.of("useful", "no", "comment", "🙃".repeat(1_000))).status())
                .as("counted as people count")
                .isEqualTo(200);
        assertThat(HOUSE.visitor().get(PAGE + "/feedback?language=fr").path())
                .as("the same address, asked for in another language")
                .isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "true", "YES"})
    void anAnswerThatIsNoneIsRefused(String useful) {
        assertThat(answer(Map.of("useful", useful)).status()).isEqualTo(422);
        assertThat(answers()).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsNotJudged() {
        var visitor = HOUSE.visitor();
        var form = visitor.get(PAGE).first("main .opinion input[name=_csrf]").attr("value");
        assertThat(visitor.post("/neutre/help/nothing/feedback", Map.of("_csrf", form, "useful", "yes"))
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post(PAGE + "/feedback", Map.of("useful", "yes")).status())
                .as("without its token")
                .isEqualTo(403);
        assertThat(answers()).isEmpty();
    }

    @Test
    void oneAddressThatSaysTooMuchIsSlowedDown() {
        for (var time = 0; time < 10; time++) {
            assertThat(answer(Map.of("useful", "no")).status()).isEqualTo(200);
        }
        var refused = answer(Map.of("useful", "no", "comment", "Encore"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(answers()).hasSize(10);
    }

    @Test
    void anAnswerIsForgottenAfterAYearAndAMonth() {
        said("vieux", Duration.ofDays(401));
        said("récent", Duration.ofDays(399));
        feedback().forgetOld();
        assertThat(answers()).containsExactly("récent");
    }

    @Test
    void allAnswersAreReadHoweverMany() {
        jdbc().sql("""
                        insert into guide_feedback (tenant_id, page, language, useful, comment, at)
                        select 'neutre', 'forgotten-password', 'fr', true, 'n° ' || n, now() from generate_series(1, 1100) as n
                        """).update();
        assertThat(feedback().answers(NEUTRE, 0)).hasSize(500);
        var last = feedback().answers(NEUTRE, 0).getLast().number();
        assertThat(feedback().answers(NEUTRE, last))
                .first()
                .extracting(FeedbackAnswer::comment)
                .isEqualTo("n° 501");
    }

    private static void said(String comment, Duration ago) {
        jdbc().sql("""
                        insert into guide_feedback (tenant_id, page, language, useful, comment, at)
                        values ('neutre', 'forgotten-password', 'fr', false, :comment, :at)
                        """)
                .param("comment", comment)
                .param("at", HOUSE.bean(Clock.class).instant().minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Seen answer(Map<String, String> typed) {
        var visitor = HOUSE.visitor();
        return visitor.submit(visitor.get(PAGE), typed);
    }

    private static List<String> answers() {
        return feedback().answers(NEUTRE, 0).stream()
                .map(FeedbackAnswer::comment)
                .toList();
    }

    private static Feedback feedback() {
        return HOUSE.bean(Feedback.class);
    }

    private static JdbcClient jdbc() {
        return HOUSE.bean(JdbcClient.class);
    }
}
