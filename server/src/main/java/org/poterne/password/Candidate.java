package org.poterne.password;

import java.util.Optional;

/**
 * A password that somebody proposes.
 *
 * @param current what its owner typed as the password in use, where that is asked
 */
record Candidate(RawPassword password, PasswordOwner owner, Optional<RawPassword> current) {}
