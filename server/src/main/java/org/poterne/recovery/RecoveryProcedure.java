package org.poterne.recovery;

import java.util.List;
import java.util.Set;
import org.poterne.profile.ProfileField;
import org.poterne.profile.ProfilePolicy;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** A tenant's way back in: what it asks, and the proofs that must all stand, in this order, before a new password. */
record RecoveryProcedure(
        @Setting("Its name, in this file and in the audit: `forgotten-password`.")
        String name,

        @Setting(
                value = "What the request page asks, in this order: `e-mail`, and fields of `profile`.",
                fallback = "[e-mail]")
        List<String> ask,

        @Setting(value = "The proofs that must stand before a new password, in this order.", fallback = "[mailed-link]")
        List<Proof> proofs,

        @Setting(value = "Whether the new password is typed `once` or `twice`.", fallback = "twice")
        Typed newPassword) {

    static final String E_MAIL = "e-mail";

    /** How often the new password is typed. */
    enum Typed {
        ONCE,
        TWICE
    }

    RecoveryProcedure {
        if (!ask.contains(E_MAIL) || Set.copyOf(ask).size() < ask.size()) {
            throw new SettingRefused(
                    "ask", "must hold `e-mail`, and each field once.", "Write `ask: [e-mail]`, then other fields.");
        }
        if (proofs.stream().filter(MailedLink.class::isInstance).count() != 1) {
            throw new SettingRefused(
                    "proofs",
                    "must hold `mailed-link`, once: what others may know proves nothing (ASVS 6.4.2), and no exception"
                            + " excuses it.",
                    "Write `proofs: [mailed-link]`, with `matching-profile` before or after it.");
        }
        var link = proofs.indexOf(new MailedLink());
        if (isTwice(proofs.subList(0, link)) || isTwice(proofs.subList(link, proofs.size()))) {
            throw new SettingRefused(
                    "proofs",
                    "holds `matching-profile` twice on one side of the link.",
                    "Keep one before it, one after it, or both.");
        }
        if (proofs.contains(new MatchingProfile()) != ask.size() > 1) {
            throw new SettingRefused(
                    "ask",
                    ask.size() > 1
                            ? "asks fields that no `matching-profile` looks at."
                            : "asks nothing that `matching-profile` could compare.",
                    "List `matching-profile` among the proofs and the fields it compares here, or neither.");
        }
        ask = List.copyOf(ask);
        proofs = List.copyOf(proofs);
    }

    private static boolean isTwice(List<Proof> side) {
        return side.stream().filter(MatchingProfile.class::isInstance).count() > 1;
    }

    /** What describes an account beside its address, in this order. */
    List<ProfileField> described(ProfilePolicy profile) {
        return profile.named(ask);
    }

    /** Whether more than the address is asked at the request. */
    boolean asksProfile() {
        return ask.size() > 1;
    }

    /** Whether the account is described once more behind the link. */
    boolean asksAgain() {
        return proofs.lastIndexOf(new MatchingProfile()) > proofs.indexOf(new MailedLink());
    }
}
