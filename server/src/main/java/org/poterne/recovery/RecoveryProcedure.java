package org.poterne.recovery;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.recovery.Proof.Challenge;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** A tenant's way back in: what it asks, and the proofs that must all stand, in this order, before a new password. */
record RecoveryProcedure(
        @Setting("Its name, in this file and in the audit: `forgotten-password`.")
        String name,

        @Setting(
                value = "What the request page asks, in this order: `e-mail` or `username`, and fields of `profile`.",
                fallback = "[e-mail]")
        List<String> ask,

        @Setting(value = "The proofs that must stand before a new password, in this order.", fallback = "[mailed-link]")
        List<Proof> proofs,

        @Setting(value = "Whether the new password is typed `once` or `twice`.", fallback = "twice")
        Typed newPassword,

        @Setting(
                value =
                        "Whether a username that wrong passwords have locked is shown part of its account's address, to be"
                                + " confirmed before the letter goes: `never` or `when-locked`, behind a challenge; it needs an"
                                + " exception.",
                fallback = "never")
        ConfirmAddress confirmAddress) {

    /** What asks for the address to be confirmed. */
    enum ConfirmAddress {
        NEVER,
        WHEN_LOCKED
    }

    /** How often the new password is typed. */
    enum Typed {
        ONCE,
        TWICE
    }

    RecoveryProcedure {
        if (identifiers(ask).count() != 1 || Set.copyOf(ask).size() < ask.size()) {
            throw new SettingRefused(
                    "ask",
                    "must hold `e-mail` or `username`, not both, and each field once.",
                    "Write `ask: [e-mail]` or `ask: [username]`, then other fields.");
        }
        ProofOrder.check(proofs);
        if (proofs.contains(new MatchingProfile()) != ask.size() > 1) {
            throw new SettingRefused(
                    "ask",
                    ask.size() > 1
                            ? "asks fields that no `matching-profile` looks at."
                            : "asks nothing that `matching-profile` could compare.",
                    "List `matching-profile` among the proofs and the fields it compares here, or neither.");
        }
        if (!isMailed(proofs) && confirmAddress != ConfirmAddress.NEVER) {
            throw new SettingRefused(
                    "confirm-address",
                    "asks for an address that no letter goes to.",
                    "Write `confirm-address: never`, or put `mailed-link` among the proofs.");
        }
        if (confirmAddress != ConfirmAddress.NEVER
                && (!ask.contains(Identifier.USERNAME.word()) || ask.contains("address"))) {
            throw new SettingRefused(
                    "confirm-address",
                    "is for procedures that ask `username`, and no field named `address`.",
                    "Write `confirm-address: never`, or `ask: [username]`.");
        }
        ask = List.copyOf(ask);
        proofs = List.copyOf(proofs);
    }

    private static Stream<Identifier> identifiers(List<String> ask) {
        return ask.stream().flatMap(name -> Identifier.named(name).stream());
    }

    /** By what an account is asked for. */
    Identifier identifier() {
        return identifiers(ask).findFirst().orElseThrow();
    }

    /** What describes an account beside its identifier, in this order. */
    List<ProfileField> described(ProfilePolicy profile) {
        return profile.named(ask);
    }

    /** Whether more than the identifier is asked at the request. */
    boolean asksProfile() {
        return ask.size() > 1;
    }

    /** Whether a locked name is answered with part of an address. */
    boolean confirmsAddress() {
        return confirmAddress == ConfirmAddress.WHEN_LOCKED;
    }

    /** Whether the request brings the answer to a challenge. */
    boolean asksChallenge() {
        return proofs.getFirst() instanceof Challenge;
    }

    /** How many proofs stand once the request is made. */
    int standingAtRequest() {
        return asksChallenge() ? 1 : 0;
    }

    /** Whether a letter is the way back; else the browser that asks is. */
    boolean isMailed() {
        return isMailed(proofs);
    }

    private static boolean isMailed(List<Proof> proofs) {
        return proofs.contains(new MailedLink());
    }

    /** Whether the account is described once more behind the link. */
    boolean asksAgain() {
        return isMailed() && proofs.lastIndexOf(new MatchingProfile()) > proofs.indexOf(new MailedLink());
    }
}
