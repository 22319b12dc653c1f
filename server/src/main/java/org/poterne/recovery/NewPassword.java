package org.poterne.recovery;

import org.poterne.password.RawPassword;
import org.poterne.throttle.ClientAddress;

/** What was typed behind a link: the account described once more where the procedure asks it, and the new password. */
record NewPassword(Description description, RawPassword password, ClientAddress from) {}
