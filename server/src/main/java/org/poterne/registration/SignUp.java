package org.poterne.registration;

import java.util.Locale;
import org.poterne.account.EmailAddress;
import org.poterne.account.NewAccount;
import org.poterne.password.HashedPassword;
import org.poterne.profile.Profile;
import org.poterne.throttle.ClientAddress;

/** A sign-up whose every field will do by itself; whether address and username are free, the accounts say. */
record SignUp(NewAccount person, Profile profile, HashedPassword password, Locale language, ClientAddress from) {

    EmailAddress email() {
        return person.email();
    }

    /** Never what was typed, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "SignUp[redacted]";
    }
}
