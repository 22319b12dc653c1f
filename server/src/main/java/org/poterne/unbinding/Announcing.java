package org.poterne.unbinding;

import java.net.URI;
import java.time.Instant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day begins when the letter is written, and again when it is written again: while the post is down nothing comes to an end. */
@Component
class Announcing {

    private final Notices notices;
    private final UnbindingMoves moves;
    private final CancelLinks links;
    private final Tenants tenants;

    Announcing(Notices notices, UnbindingMoves moves, CancelLinks links, Tenants tenants) {
        this.notices = notices;
        this.moves = moves;
        this.links = links;
        this.tenants = tenants;
    }

    /** What the letter says. */
    record Announced(Instant due, URI cancel) {}

    @Transactional
    public Announced announce(TenantId tenant, Notice notice) {
        notices.told(tenant, notice.id());
        var unbinding = moves.postpone(tenant, notice.unbinding());
        var token = links.mint(tenant, unbinding, notice);
        return new Announced(
                unbinding.dueAt().orElseThrow(),
                tenants.get(tenant).link("/lost-factors/cancel/open?token=" + token.reveal()));
    }
}
