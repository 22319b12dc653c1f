package org.poterne.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.account.UsernameNeeded;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;
import org.poterne.tenant.Weakness;
import org.poterne.tenant.Weakness.Gravity;
import org.poterne.throttle.Budget;

/** A tenant's procedures for forgotten passwords, and their limits. */
record RecoveryPolicy(
        @Setting(
                value = "The ways back in; the first is the one of `/recovery`.",
                fallback = "[{ name: forgotten-password }]")
        List<RecoveryProcedure> procedures,

        @Setting(value = "How long a link is good, 15 minutes to 24 hours.", fallback = "60m")
        Duration linkLife,

        @Setting(value = "Letters to one account in any hour, 1 to 10.", fallback = "3")
        int lettersPerHour,

        @Setting(value = "Letters to one account in any day, up to 50.", fallback = "10")
        int lettersPerDay)
        implements TenantPolicy, UsernameNeeded {

    private static final String BY_LETTER = "by-letter";

    RecoveryPolicy {
        if (procedures.size() != 1) {
            throw new SettingRefused("procedures", "must be one procedure.", "Keep one entry.");
        }
        // NIST SP 800-63B-4 §4.2.1.2: at most 24 h by mail; WSTG-ATHN-09: "rarely more than an hour".
        if (linkLife.compareTo(Duration.ofMinutes(15)) < 0 || linkLife.compareTo(Duration.ofHours(24)) > 0) {
            throw new SettingRefused("link-life", "is out of bounds.", "Choose `15m` to `24h`.");
        }
        if (lettersPerHour < 1 || lettersPerHour > 10) {
            throw new SettingRefused("letters-per-hour", "is out of bounds.", "Choose 1 to 10.");
        }
        if (lettersPerDay < lettersPerHour || lettersPerDay > 50) {
            throw new SettingRefused("letters-per-day", "is out of bounds.", "Choose the hourly number to 50.");
        }
    }

    /** Where accounts are asked for by it, one without would never be found again. */
    @Override
    public boolean isUsernameNeeded() {
        return procedure().identifier() == Identifier.USERNAME;
    }

    /** Names that are nobody's are answered with an invented address; whoever knows the owner's recognises the real one. */
    @Override
    public List<Weakness> weaknesses() {
        return procedure().confirmsAddress()
                ? List.of(new Weakness(
                        "recovery.confirm-address",
                        "one and the same answer to every name (ASVS 5.0 6.3.8): whoever locks one reads part of an address",
                        Gravity.NEEDS_EXCEPTION))
                : List.of();
    }

    RecoveryProcedure procedure() {
        return procedures.getFirst();
    }

    /** What a letter that was not asked for here leads through: the tenant's own way, or the link alone where it has no letter. */
    RecoveryProcedure byLetter() {
        var usual = procedure();
        return usual.isMailed()
                ? usual
                : new RecoveryProcedure(
                        BY_LETTER,
                        List.of(usual.identifier().word()),
                        List.of(new Proof.MailedLink()),
                        usual.newPassword(),
                        RecoveryProcedure.ConfirmAddress.NEVER);
    }

    /** The one of an attempt, while the file still has it. */
    Optional<RecoveryProcedure> named(String name) {
        return Stream.of(procedure(), byLetter())
                .filter(procedure -> procedure.name().equals(name))
                .findFirst();
    }

    Budget hourly() {
        return new Budget("recovery letters per account and hour", lettersPerHour, Duration.ofHours(1));
    }

    Budget daily() {
        return new Budget("recovery letters per account and day", lettersPerDay, Duration.ofDays(1));
    }
}
