package org.poterne.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.account.Username;
import org.poterne.house.House;
import org.poterne.registration.RegistrationPolicy.Messages;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.Weakness.Gravity;

/** What a tenant may ask for, and what it must answer for. */
class RegistrationPolicyTests {

    @Test
    void explicitMessagesNeedAnExceptionWhereAnybodyMaySignUp() {
        assertThat(policy(true, Messages.EXPLICIT).weaknesses()).singleElement().satisfies(weakness -> {
            assertThat(weakness.rule()).isEqualTo("registration.messages");
            assertThat(weakness.clause()).contains("6.3.8");
            assertThat(weakness.gravity()).isEqualTo(Gravity.NEEDS_EXCEPTION);
        });
        assertThat(policy(false, Messages.EXPLICIT).weaknesses()).isEmpty();
        assertThat(policy(true, Messages.NEUTRAL).weaknesses()).isEmpty();
    }

    @Test
    void withoutThatExceptionTheTenantDoesNotStart(@TempDir Path tenants) throws Exception {
        Files.writeString(Files.createDirectories(tenants.resolve("bavarde")).resolve("tenant.yaml"), """
                name: Bavarde
                languages: [fr]
                contact: { mail: aide@bavarde.example }
                registration: { open: true, messages: explicit }
                """);
        assertThatThrownBy(() ->
                        House.build().with("poterne.tenants", tenants).start().close())
                .hasStackTraceContaining("registration.messages")
                .hasStackTraceContaining("ASVS 5.0 6.3.8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "Ádmin", "admın", "ａdmin", "support", "Suppört"})
    void aReservedUsernameIsReservedInAnyDisguise(String username) {
        assertThat(policy(true, Messages.NEUTRAL)
                        .reserves(Username.parse(username).orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"administree", "camille", "sup", "supporters"})
    void aNameThatOnlyBeginsLikeAReservedOneIsFree(String username) {
        assertThat(policy(true, Messages.NEUTRAL)
                        .reserves(Username.parse(username).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "59m, 7d, 3, 10",
        "25h, 7d, 3, 10",
        "24h, 23h, 3, 10",
        "24h, 31d, 3, 10",
        "24h, 7d, 0, 10",
        "24h, 7d, 11, 20",
        "24h, 7d, 3, 2",
        "24h, 7d, 3, 51",
    })
    void whatIsOutOfBoundsIsRefused(String confirmation, String unconfirmed, int hourly, int daily) {
        assertThatThrownBy(() -> new RegistrationPolicy(
                        true,
                        List.of("name", "e-mail"),
                        Messages.NEUTRAL,
                        duration(confirmation),
                        duration(unconfirmed),
                        hourly,
                        daily,
                        List.of(),
                        List.of()))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void reservedNamesThatNobodyCouldChooseAndDomainsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> policy(true, Messages.NEUTRAL, List.of("a b"), List.of()))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> policy(true, Messages.NEUTRAL, List.of(), List.of("@jetable")))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void peopleAreToldWholeDaysAndNoFewerThanItTakes() {
        assertThat(policy(true, Messages.NEUTRAL).daysUnconfirmed()).isEqualTo(2);
    }

    private static RegistrationPolicy policy(boolean open, Messages messages) {
        return policy(open, messages, List.of("admin", "support"), List.of("jetable.example"));
    }

    private static RegistrationPolicy policy(
            boolean open, Messages messages, List<String> reserved, List<String> domains) {
        return new RegistrationPolicy(
                open,
                List.of("name", "username", "e-mail"),
                messages,
                Duration.ofHours(24),
                Duration.ofHours(36),
                3,
                10,
                reserved,
                domains);
    }

    private static Duration duration(String text) {
        return text.endsWith("d")
                ? Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)))
                : Duration.parse("PT" + text);
    }
}
