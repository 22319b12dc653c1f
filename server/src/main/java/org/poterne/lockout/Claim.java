package org.poterne.lockout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;
import org.poterne.device.DeviceId;

/**
 * Who somebody says to be, before the password is compared.
 *
 * @param account empty when the identifier is nobody's
 * @param identifier what was typed, in the form that comparisons use: it names the counter when there is no account
 * @param device the browser's, if it has a device cookie of ours
 */
public record Claim(Optional<AccountId> account, String identifier, Optional<DeviceId> device) {

    private static final int LONGEST = 254;

    /** At a door, where anything may be typed. */
    public static Claim typed(Optional<AccountId> account, String identifier, Optional<DeviceId> device) {
        return new Claim(account, canonical(identifier), device);
    }

    /** One form for an identifier that may be nobody's: its count must not start anew with another case or space. */
    static String canonical(String typed) {
        var folded = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return EmailAddress.parse(typed)
                .map(EmailAddress::canonical)
                .or(() -> Username.parse(typed).map(Username::canonical))
                .orElseGet(() -> folded.substring(0, Math.min(LONGEST, folded.length())));
    }

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
