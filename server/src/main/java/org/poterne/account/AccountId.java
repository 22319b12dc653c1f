package org.poterne.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An account's name inside its tenant. Public and guessable by design: never a secret (RFC 9562 §8). */
public record AccountId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static AccountId fresh() {
        return new AccountId(UUID.randomUUID());
    }

    /** Any text of the outside world: most of it names no account. */
    public static Optional<AccountId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AccountId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
