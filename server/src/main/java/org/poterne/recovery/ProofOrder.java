package org.poterne.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.poterne.recovery.Proof.Approval;
import org.poterne.recovery.Proof.Challenge;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.recovery.Proof.Passkey;
import org.poterne.recovery.Proof.RecoveryCode;
import org.poterne.recovery.Proof.Totp;
import org.poterne.tenant.SettingRefused;

/**
 * Which proofs go together. One that nobody else can give must be among them: what others may know proves nothing (ASVS 5.0
 * 6.4.2), and no exception excuses it.
 */
final class ProofOrder {

    private static final String KEY = "proofs";

    private ProofOrder() {}

    static void check(List<Proof> proofs) {
        var link = proofs.indexOf(new MailedLink());
        if (link < 0) {
            checkApproved(proofs);
        } else {
            checkMailed(proofs, link);
        }
    }

    /** A device that verifies its holder shows two factors by itself (PU-10 of the requirements). */
    private static void checkApproved(List<Proof> proofs) {
        if (!proofs.contains(new Approval())) {
            throw new SettingRefused(
                    KEY,
                    "must hold `mailed-link` or `approval`, once: what others may know proves nothing (ASVS 6.4.2), and no"
                            + " exception excuses it.",
                    "Write `proofs: [mailed-link]`, or `proofs: [challenge, approval]`.");
        }
        if (!proofs.equals(List.of(new Challenge(), new Approval()))) {
            throw new SettingRefused(
                    KEY,
                    "holds `approval` without a challenge before it, or beside something else: programs could ask devices.",
                    "Write `proofs: [challenge, approval]`.");
        }
    }

    private static void checkMailed(List<Proof> proofs, int link) {
        if (Set.copyOf(proofs.subList(0, link)).size() < link
                || Set.copyOf(proofs.subList(link, proofs.size())).size() < proofs.size() - link) {
            throw new SettingRefused(
                    KEY,
                    "holds one proof twice on one side of the link.",
                    "Keep one before it, one after it, or both.");
        }
        if (proofs.lastIndexOf(new Challenge()) > 0) {
            throw new SettingRefused(KEY, "has `challenge` elsewhere than first.", "Write it first, or leave it out.");
        }
        if (proofs.contains(new Approval()) || proofs.subList(0, link).stream().anyMatch(ProofOrder::isFactor)) {
            throw new SettingRefused(
                    KEY,
                    "has `approval` beside a link, or another factor before it.",
                    "Write `[challenge, approval]`, or `totp`, `recovery-code` or `passkey` behind `mailed-link`.");
        }
        var behind = proofs.subList(link + 1, proofs.size());
        if (behind.stream().anyMatch(ProofOrder::isFactor) && behind.size() > 1) {
            throw new SettingRefused(
                    KEY,
                    "has `totp`, `recovery-code` or `passkey` beside something else behind the link.",
                    "Keep one of them, as the last.");
        }
    }

    static boolean isFactor(Proof proof) {
        return factor(proof).isPresent();
    }

    /** The name of the factor that it is, which the mailbox does not hold. It names no account: so the link comes before it. */
    static Optional<String> factor(Proof proof) {
        return switch (proof) {
            case Totp() -> Optional.of("totp");
            case RecoveryCode() -> Optional.of("recoverycode");
            case Passkey() -> Optional.of("passkey");
            case MailedLink(), MatchingProfile(), Challenge(), Approval() -> Optional.empty();
        };
    }
}
