package org.poterne.account;

/**
 * Settings of a tenant that may make a username the only name by which its people sign in or come back: without one, an
 * account would open to nobody. Whoever makes accounts asks.
 */
public interface UsernameNeeded {

    boolean isUsernameNeeded();
}
