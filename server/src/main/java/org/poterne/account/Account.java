package org.poterne.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One person's account at one tenant.
 *
 * @param confirmedAt when its owner proved to read the address; empty: nobody has yet
 * @param recoverableFrom after a change of address: until then the address opens nothing
 */
public record Account(
        AccountId id,
        EmailAddress email,
        Optional<Username> username,
        String givenName,
        String familyName,
        Optional<Locale> language,
        AccountStatus status,
        Optional<Instant> confirmedAt,
        Optional<Instant> recoverableFrom) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    /** Not closed by an administrator. */
    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    /** Whether somebody has proved to read its address: until then a password opens nothing. */
    public boolean isConfirmed() {
        return confirmedAt.isPresent();
    }

    /** Whether a letter to its address may open it by now. */
    public boolean isRecoverable(Instant now) {
        return recoverableFrom.isEmpty() || !now.isBefore(recoverableFrom.get());
    }
}
