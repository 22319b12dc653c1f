package org.poterne.assistance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.poterne.account.AccountId;
import org.poterne.assistance.AssistanceRequest.Kind;
import org.poterne.assistance.AssistanceRequest.State;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.TenantId;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests. Nobody is looked up: a stranger's costs the same row as an account holder's (ASVS 5.0 6.3.8). */
@Component
public class RequestIntake {

    /** How long the codes of a page are good: people call within the week, or ask again. */
    static final Duration PAGE_CODES = Duration.ofDays(7);

    private static final int DRAWS = 20;

    private final JdbcClient jdbc;
    private final InstallationKey key;
    private final Requests requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestIntake(
            JdbcClient jdbc, InstallationKey key, Requests requests, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    /** By somebody who cannot get in. */
    @Transactional
    AssistanceRequest form(TenantId tenant, TypedRequest typed, ClientAddress from) {
        var request = enter(tenant, new Draft(Kind.FORM, State.NEW, typed, null, null));
        events.publishEvent(new AssistanceAsked(tenant, Optional.empty(), request.id(), from.value()));
        return request;
    }

    /** By a holder; whoever has such a request open keeps that one. */
    @Transactional
    AssistanceRequest address(TenantId tenant, AccountId account, TypedRequest typed, ClientAddress from) {
        return requests.ownAddressRequest(tenant, account).orElseGet(() -> {
            var request = enter(tenant, new Draft(Kind.ADDRESS, State.NEW, typed, account.value(), null));
            events.publishEvent(new AssistanceAsked(tenant, Optional.of(account), request.id(), from.value()));
            return request;
        });
    }

    /** Written down by an agent, who has it in hand, for somebody on the telephone. */
    @Transactional
    public AssistanceRequest call(TenantId tenant, AccountId agent, AccountId account) {
        return enter(tenant, new Draft(Kind.CALL, State.TAKEN, TypedRequest.NOTHING, account.value(), agent.value()));
    }

    private record Draft(
            Kind kind,
            State state,
            TypedRequest typed,
            @Nullable UUID account,
            @Nullable UUID agent) {}

    /** Under a number that no other request has; of two wishes of one holder at once, the first stands. */
    private AssistanceRequest enter(TenantId tenant, Draft draft) {
        return Stream.generate(RequestNumber::fresh)
                .limit(DRAWS)
                .flatMap(number -> enter(tenant, draft, number).or(() -> already(tenant, draft)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no number is free"));
    }

    private Optional<AssistanceRequest> already(TenantId tenant, Draft draft) {
        return draft.kind() == Kind.ADDRESS && draft.account() != null
                ? requests.ownAddressRequest(tenant, new AccountId(draft.account()))
                : Optional.empty();
    }

    private Optional<AssistanceRequest> enter(TenantId tenant, Draft draft, RequestNumber number) {
        var id = UUID.randomUUID();
        var now = clock.instant();
        return jdbc.sql("""
                        insert into assistance_request
                               (tenant_id, id, number, kind, state, typed, account_id, agent_id, asked_at, code_until)
                        values (:tenant, :id, :number, :kind, :state, :typed, :account::uuid, :agent::uuid, :now, :until)
                            on conflict do nothing
                        returning id, number, kind, state, account_id, agent_id, asked_at, result
                        """)
                .param("tenant", tenant.value())
                .param("id", id)
                .param("number", number.value())
                .param("kind", draft.kind().word())
                .param("state", draft.state().word())
                .param(
                        "typed",
                        key.seal(Requests.SEAL, id.toString(), draft.typed().written()))
                .param("account", draft.account())
                .param("agent", draft.agent())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", codesUntil(draft.kind(), now).atOffset(ZoneOffset.UTC))
                .query(Requests::request)
                .optional();
    }

    /** A caller has no page to read codes from: theirs come by letter. */
    private static Instant codesUntil(Kind kind, Instant now) {
        return kind == Kind.CALL ? now : now.plus(PAGE_CODES);
    }
}
