package org.poterne.recovery;

import java.time.Clock;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.courier.Letter;
import org.poterne.courier.LetterOrder;
import org.poterne.courier.LetterWriter;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letter with the link. The secret exists here and in the letter, and nowhere else. */
@Component
class ResetLinkLetter implements LetterWriter {

    static final String KIND = "recovery.reset-link";

    private final RecoveryAttempts attempts;
    private final Addressee addressee;
    private final RecoveryLinks links;
    private final Tenants tenants;
    private final Clock clock;

    ResetLinkLetter(RecoveryAttempts attempts, Addressee addressee, RecoveryLinks links, Tenants tenants, Clock clock) {
        this.attempts = attempts;
        this.addressee = addressee;
        this.links = links;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<Letter> write(LetterOrder order) {
        return attempts.find(order.tenant(), new AttemptId(order.concerns()))
                .flatMap(attempt -> addressee.of(order.tenant(), attempt))
                .map(account -> letter(order, account));
    }

    /** An address that has just changed opens nothing for a while: its owner may not know of the change yet. */
    private Letter letter(LetterOrder order, Account account) {
        var tenant = tenants.get(order.tenant());
        if (!account.isRecoverable(clock.instant())) {
            return ResetLinkWords.notYet(
                    tenant,
                    account,
                    order.languageFor(account),
                    account.recoverableFrom().orElseThrow());
        }
        var policy = tenants.policy(order.tenant(), RecoveryPolicy.class);
        var expires = clock.instant().plus(policy.linkLife());
        var token = links.mint(order.tenant(), new AttemptId(order.concerns()), account, expires);
        var link = new ResetLink(
                tenant.link("/recovery/open?token=" + token.reveal()),
                expires,
                policy.procedure().asksAgain());
        return ResetLinkWords.letter(tenant, account, order.languageFor(account), link);
    }
}
