package org.poterne.account;

import java.util.Locale;
import java.util.Optional;

/** One person's account at one tenant. */
public record Account(
        AccountId id,
        EmailAddress email,
        String givenName,
        String familyName,
        Optional<Locale> language,
        AccountStatus status) {

    public String fullName() {
        return (givenName + " " + familyName).strip();
    }

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }
}
