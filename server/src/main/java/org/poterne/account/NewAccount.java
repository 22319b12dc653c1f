package org.poterne.account;

import java.util.Locale;
import java.util.Optional;

/**
 * What an account is made of before it has an id. It has no password until its owner sets one.
 *
 * @param language of its pages and letters, where it is known beforehand
 * @param givenName may be empty where a tenant asks for one name only: that is then {@code familyName}
 */
public record NewAccount(
        EmailAddress email,
        Optional<Username> username,
        String givenName,
        String familyName,
        Optional<Locale> language) {

    public NewAccount(EmailAddress email, Optional<Username> username, String givenName, String familyName) {
        this(email, username, givenName, familyName, Optional.empty());
    }

    public NewAccount(EmailAddress email, String givenName, String familyName) {
        this(email, Optional.empty(), givenName, familyName);
    }
}
