package org.poterne.guidebook;

import java.util.Map;
import org.poterne.account.EmailAddress;

/**
 * Who walks, and what they type.
 *
 * @param profile their answers, by the name of the field
 * @param colleague somebody whom an administrator invites
 * @param elsewhere number and address of another establishment; both empty where the tenant has none
 */
record Hero(
        EmailAddress email, String username, Map<String, String> profile, EmailAddress colleague, Elsewhere elsewhere) {

    static final String PASSWORD = "un vieux Parapluie 7 bleu";
    static final String NEW_PASSWORD = "trois Bateaux 4 au large !";
    static final String PIN = "270491";

    /** Another establishment. */
    record Elsewhere(String number, String email) {

        static final Elsewhere NOWHERE = new Elsewhere("", "");
    }
}
