package org.poterne.soak;

/**
 * What the database holds of one person.
 *
 * @param failures in a row, since the last success or new password
 * @param oldSessions opened before the password of now became the account's
 */
record Kept(boolean exists, int failures, boolean locked, int oldSessions) {

    static final Kept NOTHING = new Kept(false, 0, false, 0);
}
