package org.poterne.recovery;

/**
 * A step of a tenant's procedure by which a person shows that an account is theirs. Adding one makes the compiler point
 * at every place that must know it.
 */
public sealed interface Proof {

    /** The link in a letter to the stored address (NIST SP 800-63B-4 §4.2.1.2). */
    record MailedLink() implements Proof {}

    /**
     * The account described by its address and profile: before the letter, so that a slip sends none; behind the link, as a
     * last look. It keeps mistakes out, and nobody else (RT-13 of the requirements; ASVS 5.0 6.4.2).
     */
    record MatchingProfile() implements Proof {}
}
