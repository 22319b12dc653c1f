package org.poterne.account;

/** Settings of a tenant that keep names from being taken (RG-7 of the requirements; RFC 8265 §8). */
public interface UsernameReservation {

    /** Whether it is, or looks like, a reserved one. */
    boolean reserves(Username wanted);
}
