package org.poterne.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccountId;
import org.poterne.account.EmailAddress;
import org.poterne.membership.Administrator;
import org.poterne.membership.EstablishmentId;
import org.poterne.membership.Rights;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.poterne.token.OneTimeToken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invitations. Each leaves its state `pending` once, by one statement: of several hands, one gets it. */
@Component
public class Invitations {

    private static final Duration KEPT = Duration.ofDays(30); // expired: until then it can be sent again

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Those of an establishment that nobody has accepted, the expired among them. */
    public List<Invitation> pendingAt(TenantId tenant, EstablishmentId establishment) {
        return jdbc.sql("""
                        select id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                          from invitation
                         where tenant_id = :tenant and establishment_id = :establishment and state = 'pending'
                         order by created_at, id
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .query(Invitations::invitation)
                .list();
    }

    /** Those that wait for whoever reads this address. */
    List<Invitation> waitingFor(TenantId tenant, EmailAddress email) {
        return jdbc.sql("""
                        select id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                          from invitation
                         where tenant_id = :tenant and email_canonical = :email and state = 'pending'
                           and expires_at > :now
                         order by created_at, id
                        """)
                .param("tenant", tenant.value())
                .param("email", email.canonical())
                .param("now", now())
                .query(Invitations::invitation)
                .list();
    }

    Optional<Invitation> find(TenantId tenant, InvitationId id) {
        return jdbc.sql("""
                        select id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                          from invitation
                         where tenant_id = :tenant and id = :id and state = 'pending'
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Invitations::invitation)
                .optional();
    }

    /** Whose link this is, while it is good. Looking spends nothing. */
    Optional<Invitation> look(TenantId tenant, OneTimeToken token) {
        return jdbc.sql("""
                        select id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                          from invitation
                         where tenant_id = :tenant and digest = :digest and state = 'pending' and expires_at > :now
                        """)
                .param("tenant", tenant.value())
                .param("digest", token.digest())
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    /** @return nothing when one to that address waits at that establishment already */
    Optional<InvitationId> add(
            TenantId tenant, Optional<EstablishmentId> to, Optional<AccountId> by, Draft draft, Instant expires) {
        var added = jdbc.sql("""
                        insert into invitation
                               (tenant_id, id, establishment_id, invited_by, email, email_canonical,
                                given_name, family_name, rights, state, created_at, expires_at)
                        values (:tenant, :id, :establishment::uuid, :by::uuid, :email, :canonical,
                                :given, :family, :rights, 'pending', :now, :expires)
                            on conflict do nothing
                        returning id
                        """)
                .param("tenant", tenant.value())
                .param("id", InvitationId.fresh().value())
                .param(
                        "establishment",
                        to.map(EstablishmentId::value).map(UUID::toString).orElse(null))
                .param("by", by.map(AccountId::value).map(UUID::toString).orElse(null))
                .param("email", draft.invitee().email().given())
                .param("canonical", draft.invitee().email().canonical())
                .param("given", draft.invitee().givenName())
                .param("family", draft.invitee().familyName())
                .param("rights", draft.rights().names().stream().sorted().toArray(String[]::new))
                .param("now", now())
                .param("expires", utc(expires))
                .query((row, _) -> new InvitationId(row.getObject("id", UUID.class)))
                .optional();
        added.ifPresent(id -> events.publishEvent(new InvitationSent(tenant, id.value(), by)));
        return added;
    }

    /** Whom it is for, and what it will give. */
    record Draft(Invitee invitee, Rights rights) {}

    /** A fresh link for the next letter; the one before is worth nothing from now on (Decidim #1573, #2616). */
    Optional<OneTimeToken> mint(TenantId tenant, InvitationId id) {
        var token = OneTimeToken.fresh();
        var kept = jdbc.sql("""
                        update invitation set digest = :digest
                         where tenant_id = :tenant and id = :id and state = 'pending' and expires_at > :now
                        """)
                .param("digest", token.digest())
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("now", now())
                .update();
        return kept == 1 ? Optional.of(token) : Optional.empty();
    }

    /** It waits anew, in the name of whoever sends it again and under a link of its next letter. */
    void renew(TenantId tenant, Administrator by, InvitationId id, Instant expires) {
        jdbc.sql("""
                        update invitation set invited_by = :by, expires_at = :expires, digest = null
                         where tenant_id = :tenant and id = :id and establishment_id = :establishment
                           and state = 'pending'
                        """)
                .param("by", by.own().account().value())
                .param("expires", utc(expires))
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("establishment", by.establishment().id().value())
                .update();
    }

    /** By its link: whoever has it reads that mailbox. */
    Optional<Invitation> spend(TenantId tenant, OneTimeToken token) {
        return jdbc.sql("""
                        update invitation set state = 'accepted', digest = null
                         where tenant_id = :tenant and digest = :digest and state = 'pending' and expires_at > :now
                        returning id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                        """)
                .param("tenant", tenant.value())
                .param("digest", token.digest())
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    /** By whoever is signed in to the account of its address. */
    Optional<Invitation> accept(TenantId tenant, InvitationId id, EmailAddress email) {
        return jdbc.sql("""
                        update invitation set state = 'accepted', digest = null
                         where tenant_id = :tenant and id = :id and email_canonical = :email
                           and state = 'pending' and expires_at > :now
                        returning id, establishment_id, invited_by, email, given_name, family_name, rights, expires_at
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("email", email.canonical())
                .param("now", now())
                .query(Invitations::invitation)
                .optional();
    }

    boolean withdraw(TenantId tenant, InvitationId id) {
        return jdbc.sql("""
                        update invitation set state = 'withdrawn', digest = null
                         where tenant_id = :tenant and id = :id and state = 'pending'
                        """)
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** All that somebody had pending at an establishment. */
    void withdrawAllOf(TenantId tenant, EstablishmentId establishment, AccountId inviter) {
        jdbc.sql("""
                        update invitation set state = 'withdrawn', digest = null
                         where tenant_id = :tenant and establishment_id = :establishment and invited_by = :inviter
                           and state = 'pending'
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("inviter", inviter.value())
                .update();
    }

    /** Set-up links to the same, and whatever else waits for that address there: a fresh one takes their place. */
    void withdrawSetUps(TenantId tenant, Optional<EstablishmentId> to, EmailAddress email) {
        jdbc.sql("""
                        update invitation set state = 'withdrawn', digest = null
                         where tenant_id = :tenant and establishment_id is not distinct from :establishment::uuid
                           and state = 'pending'
                           and (email_canonical = :email or (invited_by is null and establishment_id is not null))
                        """)
                .param("tenant", tenant.value())
                .param(
                        "establishment",
                        to.map(EstablishmentId::value).map(UUID::toString).orElse(null))
                .param("email", email.canonical())
                .update();
    }

    int forgetOld() {
        return jdbc.sql(Purge.batch("delete from invitation where expires_at < :then or state <> 'pending'"))
                .param("then", utc(clock.instant().minus(KEPT)))
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new InvitationId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getObject("establishment_id", UUID.class))
                        .map(EstablishmentId::new),
                Optional.ofNullable(row.getObject("invited_by", UUID.class)).map(AccountId::new),
                new Invitee(
                        EmailAddress.parse(row.getString("email"))
                                .orElseThrow(() ->
                                        new IllegalStateException("an invitation whose address no longer parses")),
                        row.getString("given_name"),
                        row.getString("family_name")),
                Rights.of(Arrays.asList((String[]) row.getArray("rights").getArray())),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
