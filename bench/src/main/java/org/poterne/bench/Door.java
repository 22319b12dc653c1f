package org.poterne.bench;

import java.io.IOException;
import org.poterne.rig.Outcome;
import org.poterne.rig.Wire;

/** What people do at a server, each time somebody new with a browser of their own. */
interface Door {

    /** Opens the sign-in page. */
    Outcome page(Wire wire) throws IOException;

    /** Opens it, and signs in with the right password. */
    Outcome signIn(Wire wire) throws IOException;

    /** Opens the page of forgotten passwords and asks for a letter to an address that has an account. */
    Outcome askKnown(Wire wire) throws IOException;

    /** The same for an address that has none. */
    Outcome askUnknown(Wire wire) throws IOException;

    /** From the sign-in page by the letter to a new password. */
    Outcome reset(Wire wire) throws IOException;

    /** From the empty form by the letter to a confirmed account. */
    Outcome signUp(Wire wire) throws IOException;
}
