package org.poterne.password;

import java.util.Optional;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.account.Username;

/**
 * Whose password is judged: a password must not be what others know of its owner (NIST SP 800-63B-4 §3.1.1.2; ASVS
 * 6.2.11).
 *
 * @param account empty at sign-up
 */
public record PasswordOwner(
        Optional<AccountId> account,
        EmailAddress email,
        Optional<Username> username,
        String givenName,
        String familyName) {

    public static PasswordOwner of(Account account) {
        return new PasswordOwner(
                Optional.of(account.id()),
                account.email(),
                account.username(),
                account.givenName(),
                account.familyName());
    }

    /** Somebody who signs up. */
    public static PasswordOwner newcomer(
            EmailAddress email, Optional<Username> username, String givenName, String familyName) {
        return new PasswordOwner(Optional.empty(), email, username, givenName, familyName);
    }

    /** Names the account is known by, none of them blank. */
    Stream<String> names() {
        return Stream.of(
                        Stream.of(
                                email.given(),
                                email.given().substring(0, email.given().lastIndexOf('@'))),
                        username.map(Username::given).stream(),
                        Stream.of(givenName, familyName, givenName + " " + familyName))
                .flatMap(names -> names)
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** Never a name, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "PasswordOwner[redacted]";
    }
}
