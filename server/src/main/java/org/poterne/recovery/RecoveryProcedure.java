package org.poterne.recovery;

import java.util.List;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;

/** A tenant's way back in: what it asks, and the proofs that must all stand, in this order, before a new password. */
record RecoveryProcedure(
        @Setting("Its name, in this file and in the audit: `forgotten-password`.")
        String name,

        @Setting(value = "What the request page asks, in this order.", fallback = "[e-mail]")
        List<Asked> ask,

        @Setting(value = "The proofs that must stand before a new password, in this order.", fallback = "[mailed-link]")
        List<Proof> proofs,

        @Setting(value = "Whether the new password is typed `once` or `twice`.", fallback = "twice")
        Typed newPassword) {

    /** A field of the request page. */
    enum Asked {
        E_MAIL
    }

    /** How often the new password is typed. */
    enum Typed {
        ONCE,
        TWICE
    }

    RecoveryProcedure {
        if (!ask.equals(List.of(Asked.E_MAIL))) {
            throw new SettingRefused("ask", "must be the e-mail address, once.", "Write `ask: [e-mail]`.");
        }
        if (proofs.stream().filter(MailedLink.class::isInstance).count() != 1) {
            throw new SettingRefused(
                    "proofs",
                    "must hold `mailed-link`, once (ASVS 6.4.2: what others may know proves nothing).",
                    "Write `proofs: [mailed-link]`.");
        }
    }
}
