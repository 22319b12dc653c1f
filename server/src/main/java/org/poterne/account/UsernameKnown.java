package org.poterne.account;

/**
 * Settings of a tenant that may have its people sign in by a username: where none does, nobody has one in mind, and no page
 * may ask for it.
 */
public interface UsernameKnown {

    boolean isUsernameKnown();
}
