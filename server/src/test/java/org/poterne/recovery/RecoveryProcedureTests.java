package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.poterne.house.House;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.recovery.RecoveryProcedure.ConfirmAddress;
import org.poterne.recovery.RecoveryProcedure.Typed;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.Weakness;

class RecoveryProcedureTests {

    private static final Proof LINK = new MailedLink();
    private static final Proof PROFILE = new MatchingProfile();
    private static final List<String> IDENTITY = List.of("e-mail", "given-name", "country");

    @Test
    void aDescriptionMayBeAskedBeforeTheLinkBehindItOrTwice() {
        assertThat(procedure(IDENTITY, PROFILE, LINK).asksAgain()).isFalse();
        assertThat(procedure(IDENTITY, LINK, PROFILE).asksAgain()).isTrue();
        assertThat(procedure(IDENTITY, PROFILE, LINK, PROFILE).asksAgain()).isTrue();
        assertThat(procedure(List.of("e-mail"), LINK).asksProfile()).isFalse();
    }

    /** ASVS 5.0 6.4.2; W-6: what others may know of somebody opens nothing by itself, whoever signs for it. */
    @Test
    void aDescriptionWithoutAMailedLinkIsRefusedAndNoExceptionHelps() {
        assertThatThrownBy(() -> procedure(IDENTITY, PROFILE))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("must hold `mailed-link`")
                .hasMessageContaining("no exception excuses it");
        assertThatThrownBy(() -> procedure(IDENTITY)).isInstanceOf(SettingRefused.class);
    }

    @Test
    void fieldsThatNoProofComparesAndProofsWithoutFieldsAreRefused() {
        assertThatThrownBy(() -> procedure(IDENTITY, LINK)).hasMessageContaining("no `matching-profile` looks at");
        assertThatThrownBy(() -> procedure(List.of("e-mail"), PROFILE, LINK)).hasMessageContaining("could compare");
    }

    @Test
    void whatStandsTwiceOrLeavesTheAddressOutIsRefused() {
        assertThatThrownBy(() -> procedure(IDENTITY, PROFILE, PROFILE, LINK)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> procedure(IDENTITY, LINK, PROFILE, PROFILE)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> procedure(IDENTITY, LINK, LINK)).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> procedure(List.of("given-name", "country"), PROFILE, LINK))
                .isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> procedure(List.of("e-mail", "country", "country"), PROFILE, LINK))
                .isInstanceOf(SettingRefused.class);
    }

    @Test
    void anAccountIsAskedForByOneIdentifier() {
        assertThat(procedure(List.of("username"), LINK).identifier()).isEqualTo(Identifier.USERNAME);
        assertThat(procedure(List.of("country", "username"), PROFILE, LINK).identifier())
                .isEqualTo(Identifier.USERNAME);
        assertThat(procedure(List.of("e-mail"), LINK).identifier()).isEqualTo(Identifier.E_MAIL);
        for (var ask : List.of(
                List.<String>of(), List.of("e-mail", "username"), List.of("username", "username"), List.of("name"))) {
            assertThatThrownBy(() -> procedure(ask, ask.size() > 1 ? new Proof[] {PROFILE, LINK} : new Proof[] {LINK}))
                    .isInstanceOf(SettingRefused.class)
                    .hasMessageContaining("`e-mail` or `username`, not both");
        }
    }

    /** Else the page would ask for what nobody has in mind, and accounts without one would never be found again. */
    @Test
    void usernamesAreAskedOnlyWherePeopleSignInWithThem(@TempDir Path tenants) throws IOException {
        var folder = Files.createDirectories(tenants.resolve("sans-nom"));
        Files.writeString(folder.resolve("tenant.yaml"), """
                name: Sans nom
                languages: [fr]
                contact: { mail: aide@sans-nom.example }
                recovery: { procedures: [{ name: forgotten-password, ask: [username] }] }
                registration: { open: true }
                """);
        assertThatThrownBy(() ->
                        House.build().with("poterne.tenants", tenants).start().close())
                .hasStackTraceContaining("recovery.procedures: asks `username`, by which nobody signs in.")
                .hasStackTraceContaining("registration.ask: leaves out `username`");
    }

    /** W-4: whoever locks a name reads part of an address, so the organisation answers for it. */
    @Test
    void showingPartOfAnAddressNeedsAnException() {
        assertThat(policy(telling(List.of("username"))).weaknesses())
                .singleElement()
                .satisfies(weakness -> {
                    assertThat(weakness.rule()).isEqualTo("recovery.confirm-address");
                    assertThat(weakness.clause()).contains("ASVS 5.0 6.3.8");
                    assertThat(weakness.gravity()).isEqualTo(Weakness.Gravity.NEEDS_EXCEPTION);
                });
        assertThat(policy(procedure(List.of("username"), LINK)).weaknesses()).isEmpty();
    }

    @Test
    void anAddressThatWasTypedIsNotShown() {
        assertThatThrownBy(() -> telling(List.of("e-mail")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("ask `username`");
    }

    @Test
    void theWayBackTellsOfNoLockThatTheDoorKeepsToItself(@TempDir Path tenants) throws IOException {
        var folder = Files.createDirectories(tenants.resolve("muette"));
        Files.writeString(folder.resolve("tenant.yaml"), """
                name: Muette
                languages: [fr]
                contact: { mail: aide@muette.example }
                sign-in: { identifier: username }
                recovery:
                  procedures: [{ name: forgotten-password, ask: [username], confirm-address: when-locked }]
                """);
        assertThatThrownBy(() ->
                        House.build().with("poterne.tenants", tenants).start().close())
                .hasStackTraceContaining("recovery.procedures: tells that a name is locked, which `lockout` does not.")
                .hasStackTraceContaining("recovery.confirm-address: is below one and the same answer");
    }

    /** Else whoever has none could never get one, and never come back. */
    @Test
    void aFactorThatNobodyMayAddIsNoProof(@TempDir Path tenants) throws IOException {
        var folder = Files.createDirectories(tenants.resolve("sans-cle"));
        Files.writeString(folder.resolve("tenant.yaml"), """
                name: Sans clé
                languages: [fr]
                contact: { mail: aide@sans-cle.example }
                factors: { offer: [totp] }
                recovery: { procedures: [{ name: forgotten-password, proofs: [mailed-link, passkey] }] }
                """);
        assertThatThrownBy(() ->
                        House.build().with("poterne.tenants", tenants).start().close())
                .hasStackTraceContaining("recovery.procedures: asks for a factor that nobody may add.");
    }

    private static RecoveryProcedure telling(List<String> ask) {
        return new RecoveryProcedure("forgotten-password", ask, List.of(LINK), Typed.TWICE, ConfirmAddress.WHEN_LOCKED);
    }

    private static RecoveryPolicy policy(RecoveryProcedure procedure) {
        return new RecoveryPolicy(List.of(procedure), Duration.ofHours(1), 3, 10);
    }

    private static RecoveryProcedure procedure(List<String> ask, Proof... proofs) {
        return new RecoveryProcedure("forgotten-password", ask, List.of(proofs), Typed.ONCE, ConfirmAddress.NEVER);
    }
}
