package org.poterne.recovery;

import java.time.Duration;
import java.util.Optional;
import org.poterne.passkey.PasskeyAnswer;
import org.poterne.passkey.PasskeyBond;
import org.poterne.passkey.PasskeyPurpose;
import org.poterne.passkey.Passkeys;
import org.poterne.passkey.ShowOutcome;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;

/** Passkeys shown behind a link: the link says whose it must be, and the attempt is what the challenge is bound to. */
@Component
class PasskeyProofs {

    private final WaysBack ways;
    private final Passkeys passkeys;

    PasskeyProofs(WaysBack ways, Passkeys passkeys) {
        this.ways = ways;
        this.passkeys = passkeys;
    }

    /** What came of an answer. */
    sealed interface Verdict {}

    /** @param attempt goes on without its link, which is spent */
    record Stands(AttemptId attempt) implements Verdict {}

    /** Whatever the reason: whoever reads the mailbox is not told whether the account has a passkey. */
    record Refused() implements Verdict {}

    record TooOften(Duration pause) implements Verdict {}

    record LinkGone() implements Verdict {}

    /** Whether one is asked behind this link. An account that holds none is asked all the same, and cannot answer. */
    boolean isDue(TenantId tenant, OneTimeToken token) {
        return holder(tenant, token).isPresent();
    }

    /** For the page's script. It names no passkey: it is the same for whoever holds one and whoever does not. */
    Optional<String> question(Tenant tenant, OneTimeToken token) {
        return holder(tenant.id(), token).flatMap(holder -> passkeys.challengeFor(tenant, bond(holder)));
    }

    /** Outside any transaction: a challenge that was answered stays answered. */
    Verdict judge(Tenant tenant, OneTimeToken token, PasskeyAnswer answer, ClientAddress from) {
        var due = holder(tenant.id(), token);
        if (due.isEmpty()) {
            return new LinkGone();
        }
        var holder = due.get();
        return switch (passkeys.verify(tenant, holder.account().id(), bond(holder), answer, from)) {
            case ShowOutcome.Shown _ ->
                ways.factorStands(tenant.id(), token).<Verdict>map(Stands::new).orElseGet(LinkGone::new);
            case ShowOutcome.Refused() -> new Refused();
            case ShowOutcome.TooOften(var pause) -> new TooOften(pause);
        };
    }

    private Optional<LinkHolder> holder(TenantId tenant, OneTimeToken token) {
        return ways.opened(tenant, token)
                .filter(holder -> holder.attempt().factor().equals(Optional.of(new Proof.Passkey())));
    }

    private static PasskeyBond bond(LinkHolder holder) {
        return new PasskeyBond(
                PasskeyPurpose.RECOVERY, holder.attempt().id().value().toString());
    }
}
