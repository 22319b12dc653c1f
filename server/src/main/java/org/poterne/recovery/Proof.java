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

    /** The characters of an image, or a device's work: it keeps programs out, and proves nothing of anybody. */
    record Challenge() implements Proof {}

    /** A number typed on a device of the account's (NIST SP 800-63B-4 §3.1.3.4). */
    record Approval() implements Proof {}

    /** A code of an authenticator application (RFC 6238). */
    record Totp() implements Proof {}

    /** One of the codes that were kept for this (NIST SP 800-63B-4 §4.2.1.1). */
    record RecoveryCode() implements Proof {}

    /** A passkey: the only proof that a counterfeit page cannot ask for (WebAuthn L3; NIST SP 800-63B-4 §3.2.5). */
    record Passkey() implements Proof {}
}
