package org.poterne.passkey;

/**
 * What a challenge is bound to (WebAuthn L3 §13.4.3).
 *
 * @param whose the session, the entry, the attempt or the browser that it is asked in: never shared by two people
 */
public record PasskeyBond(PasskeyPurpose purpose, String whose) {}
