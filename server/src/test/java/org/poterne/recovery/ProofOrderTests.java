package org.poterne.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.recovery.Proof.Approval;
import org.poterne.recovery.Proof.Challenge;
import org.poterne.recovery.Proof.MailedLink;
import org.poterne.recovery.Proof.MatchingProfile;
import org.poterne.recovery.Proof.Passkey;
import org.poterne.recovery.Proof.RecoveryCode;
import org.poterne.recovery.Proof.Totp;
import org.poterne.tenant.SettingRefused;

/** Which procedures are none. */
class ProofOrderTests {

    private static final List<Proof> ALL = List.of(
            new MailedLink(),
            new MatchingProfile(),
            new Challenge(),
            new Approval(),
            new Totp(),
            new RecoveryCode(),
            new Passkey());

    @Test
    void theseAreProcedures() {
        for (var proofs : List.<List<Proof>>of(
                List.of(new MailedLink()),
                List.of(new Challenge(), new MailedLink()),
                List.of(new MatchingProfile(), new MailedLink(), new MatchingProfile()),
                List.of(new Challenge(), new MatchingProfile(), new MailedLink(), new Totp()),
                List.of(new MailedLink(), new RecoveryCode()),
                List.of(new MailedLink(), new Passkey()),
                List.of(new Challenge(), new Approval()))) {
            assertThatCode(() -> ProofOrder.check(proofs)).as("" + proofs).doesNotThrowAnyException();
        }
    }

    /** All of up to four proofs, twice among them: what is taken proves ownership, and each step can be reached. */
    @Test
    void whateverIsTakenHoldsAProofThatNobodyElseCanGive() {
        var taken = new ArrayList<List<Proof>>();
        for (var proofs : lists(4)) {
            if (catchThrowableOfType(SettingRefused.class, () -> ProofOrder.check(proofs)) == null) {
                taken.add(proofs);
            }
        }
        assertThat(taken).hasSizeGreaterThan(8).allSatisfy(proofs -> {
            assertThat(proofs).containsAnyOf(new MailedLink(), new Approval());
            assertThat(proofs.lastIndexOf(new Challenge())).isLessThanOrEqualTo(0);
            if (proofs.contains(new Approval())) {
                assertThat(proofs).containsExactly(new Challenge(), new Approval());
            }
            if (proofs.stream().anyMatch(ProofOrder::isFactor)) {
                assertThat(ProofOrder.isFactor(proofs.getLast())).isTrue();
                assertThat(proofs.get(proofs.size() - 2)).isEqualTo(new MailedLink());
            }
        });
    }

    private static List<List<Proof>> lists(int longest) {
        var all = new ArrayList<List<Proof>>();
        all.add(List.of());
        for (var at = 0; at < all.size(); at++) {
            var shorter = all.get(at);
            if (shorter.size() < longest) {
                for (var proof : ALL) {
                    var longer = new ArrayList<>(shorter);
                    longer.add(proof);
                    all.add(longer);
                }
            }
        }
        return all.subList(1, all.size());
    }
}
