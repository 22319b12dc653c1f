package org.poterne.invitation;

import org.poterne.account.Username;
import org.poterne.password.RawPassword;
import org.poterne.profile.Profile;

/** What an invited person chooses. */
record Newcomer(Username username, RawPassword password, Profile profile) {}
