package org.poterne.recovery;

import java.util.List;
import java.util.Optional;
import org.poterne.account.AccountId;

/**
 * One person's way through a procedure: which proofs stand, for which account. Proofs stand in the procedure's order, so
 * their number says which; a new password is reachable only when all stand, and nothing else decides (CVE-2026-18963: a
 * step marked as passed by "try another way").
 *
 * @param account empty until the asked identity has been looked up, after the request
 */
record RecoveryAttempt(AttemptId id, Optional<AccountId> account, List<Proof> proofs, int standing) {

    /** The proof that is due; none when all stand. */
    Optional<Proof> due() {
        return standing < proofs.size() ? Optional.of(proofs.get(standing)) : Optional.empty();
    }

    /** The factor that is shown behind the link, where one is. */
    Optional<Proof> factor() {
        return proofs.subList(standing, proofs.size()).stream()
                .filter(ProofOrder::isFactor)
                .findFirst();
    }

    /** Whether the account is described once more behind the link. */
    boolean isDescribedAgain() {
        return proofs.subList(standing, proofs.size()).contains(new Proof.MatchingProfile());
    }
}
