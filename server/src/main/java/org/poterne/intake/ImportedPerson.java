package org.poterne.intake;

import org.poterne.account.NewAccount;
import org.poterne.profile.Profile;

/** What a good row makes: an account, and what the tenant asks of whoever has one. */
record ImportedPerson(NewAccount account, Profile profile) {

    /** Never who it is, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "ImportedPerson[redacted]";
    }
}
