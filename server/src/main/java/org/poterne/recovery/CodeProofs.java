package org.poterne.recovery;

import java.util.Optional;
import org.poterne.device.DeviceId;
import org.poterne.factor.CodeFactor;
import org.poterne.factor.Factors;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.stereotype.Component;

/** Codes typed behind a link, counted with all other codes of the account (LO-9 of the requirements). */
@Component
class CodeProofs {

    private final WaysBack ways;
    private final Factors factors;

    CodeProofs(WaysBack ways, Factors factors) {
        this.ways = ways;
        this.factors = factors;
    }

    /** What came of a code. */
    sealed interface Verdict {}

    /** @param attempt goes on without its link, which is spent */
    record Stands(AttemptId attempt) implements Verdict {}

    record Wrong() implements Verdict {}

    record Locked() implements Verdict {}

    record LinkGone() implements Verdict {}

    /** A code of one kind, asked of whoever holds the link. */
    record Asked(LinkHolder holder, CodeFactor code) {}

    /** What is asked behind this link. An account that does not hold it is asked for it all the same, and cannot answer. */
    Optional<Asked> due(TenantId tenant, OneTimeToken token) {
        return ways.opened(tenant, token)
                .flatMap(holder -> holder.attempt()
                        .factor()
                        .flatMap(ProofOrder::factor)
                        .flatMap(factors::code)
                        .map(code -> new Asked(holder, code)));
    }

    /** @param token of the link that it was asked behind */
    Verdict judge(TenantId tenant, OneTimeToken token, Asked asked, Optional<DeviceId> device, String typed) {
        return switch (asked.code().compare(tenant, asked.holder().account().id(), device, typed)) {
            case RIGHT ->
                ways.factorStands(tenant, token).<Verdict>map(Stands::new).orElseGet(LinkGone::new);
            case WRONG -> new Wrong();
            case LOCKED, CROWDED -> new Locked();
        };
    }
}
