package org.poterne.lockout;

import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.device.DeviceId;

/**
 * Who somebody says to be, before the password is compared.
 *
 * @param account empty when the identifier is nobody's
 * @param identifier what was typed, in the form that comparisons use: it names the counter when there is no account
 * @param device the browser's, if it has a device cookie of ours
 */
public record Claim(Optional<AccountId> account, String identifier, Optional<DeviceId> device) {

    /** For pages behind the sign-in, where the account is known. */
    public static Claim of(AccountId account, Optional<DeviceId> device) {
        return new Claim(Optional.of(account), "", device);
    }

    /** Whether the page knows whose account it is, and its visitor may be told how it stands. */
    boolean isSettled() {
        return identifier.isEmpty() && account.isPresent();
    }

    /** What was typed may be a password. */
    @Override
    public String toString() {
        return "Claim[redacted]";
    }
}
