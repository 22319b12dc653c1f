package org.poterne.holder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.ScriptedSmtp;
import org.poterne.house.ScriptedSmtp.Act.AnswerLetter;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The last letter goes to an address that nobody has any more. */
class DeletedLetterTests {

    private static final TenantId GIMIC = new TenantId("gimic");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void itArrivesThoughTheMailServerPutsItOffAndTheAddressIsForgottenAfterIt() {
        var smtp = new ScriptedSmtp();
        try (var house = House.build().with("spring.mail.port", smtp.port()).start()) {
            var camille = house.person("gimic");
            var account = house.account(camille).id();
            smtp.play(new AnswerLetter(451));
            house.bean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> house.bean(AccountDeletion.class).delete(GIMIC, account, Locale.FRENCH));
            var jdbc = house.bean(JdbcClient.class);
            Awaitility.await("a first try")
                    .atMost(PATIENCE)
                    .until(() -> jdbc.sql("select tries from letter where kind = :kind")
                                    .param("kind", DeletedLetter.KIND)
                                    .query(Integer.class)
                                    .single()
                            == 1);
            assertThat(jdbc.sql("select row_to_json(letter_request)::text || row_to_json(letter)::text"
                                    + " from letter_request, letter")
                            .query(String.class)
                            .list())
                    .as("kept sealed")
                    .hasSize(1)
                    .noneMatch(row -> row.contains(camille.email()));

            house.bean(MovableClock.class).forward(Duration.ofSeconds(30));
            Awaitility.await("a second try")
                    .atMost(PATIENCE)
                    .until(() -> smtp.received(camille.email()).size() == 2);
            assertThat(smtp.received(camille.email()).getLast().source())
                    .contains("To: " + camille.email() + "\r\n")
                    .doesNotContain("Camille");

            house.bean(MovableClock.class).forward(Duration.ofDays(3));
            Awaitility.await("the address to be forgotten")
                    .atMost(PATIENCE)
                    .until(() -> jdbc.sql("select count(*) from letter_request")
                                    .query(Integer.class)
                                    .single()
                            == 0);
        } finally {
            smtp.close();
        }
    }
}
