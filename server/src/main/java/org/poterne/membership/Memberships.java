package org.poterne.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.AccessReduced;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has access to what. Every change waits for the others at its establishment, so that one administrator always stays. */
@Component
public class Memberships {

    private final JdbcClient jdbc;
    private final Establishments establishments;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(
            JdbcClient jdbc,
            Establishments establishments,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.establishments = establishments;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody's, by the names of the establishments. */
    public List<Membership> of(TenantId tenant, AccountId account) {
        return jdbc.sql("""
                        select establishment.id, number, name, email, account_id, rights, since
                          from membership
                          join establishment on establishment.tenant_id = membership.tenant_id
                                            and establishment.id = establishment_id
                         where membership.tenant_id = :tenant and account_id = :account
                         order by name, number
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(Memberships::membership)
                .list();
    }

    /** An establishment's, the first that came first. */
    public List<Membership> in(TenantId tenant, EstablishmentId establishment) {
        return jdbc.sql("""
                        select establishment.id, number, name, email, account_id, rights, since
                          from membership
                          join establishment on establishment.tenant_id = membership.tenant_id
                                            and establishment.id = establishment_id
                         where membership.tenant_id = :tenant and establishment_id = :establishment
                         order by since, account_id
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .query(Memberships::membership)
                .list();
    }

    public Optional<Membership> find(TenantId tenant, EstablishmentId establishment, AccountId account) {
        return jdbc.sql("""
                        select establishment.id, number, name, email, account_id, rights, since
                          from membership
                          join establishment on establishment.tenant_id = membership.tenant_id
                                            and establishment.id = establishment_id
                         where membership.tenant_id = :tenant and establishment_id = :establishment
                           and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("account", account.value())
                .query(Memberships::membership)
                .optional();
    }

    /** What this person may decide there; nothing for everybody else, whether or not there is such an establishment. */
    public Optional<Administrator> administrator(TenantId tenant, EstablishmentNumber number, AccountId account) {
        return establishments
                .find(tenant, number)
                .flatMap(establishment -> administrator(tenant, establishment.id(), account));
    }

    public Optional<Administrator> administrator(TenantId tenant, EstablishmentId establishment, AccountId account) {
        return find(tenant, establishment, account).flatMap(membership -> administrator(tenant, membership));
    }

    /**
     * The same, for whoever decides in the transaction under way: until it ends nobody's rights there change, those of
     * whoever decides included.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Administrator> deciding(TenantId tenant, EstablishmentId establishment, AccountId account) {
        establishments.oneAtATime(tenant, establishment);
        return administrator(tenant, establishment, account);
    }

    /** The establishments that this person administers. */
    public List<Administrator> administered(TenantId tenant, AccountId account) {
        return of(tenant, account).stream()
                .flatMap(membership -> administrator(tenant, membership).stream())
                .toList();
    }

    /** Somebody gets these rights, beside those that they have there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(TenantId tenant, EstablishmentId establishment, AccountId account, Rights rights) {
        establishments.oneAtATime(tenant, establishment);
        jdbc.sql("""
                        insert into membership (tenant_id, establishment_id, account_id, rights, since)
                        select tenant_id, :establishment, id, :rights, :now
                          from account
                         where tenant_id = :tenant and id = :account
                           for key share
                            on conflict (tenant_id, establishment_id, account_id) do update
                           set rights = array(select distinct unnest(membership.rights || excluded.rights) order by 1)
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("account", account.value())
                .param("rights", rights.column())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new AccessGranted(tenant, establishment, account));
    }

    /** These rights in place of those of before. Whoever loses one loses every session with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reduction change(TenantId tenant, EstablishmentId establishment, AccountId account, Rights rights) {
        establishments.oneAtATime(tenant, establishment);
        var before = find(tenant, establishment, account).map(Membership::rights);
        if (before.isEmpty()) {
            return Reduction.NOBODY;
        }
        if (!administers(tenant, rights) && isLastAdministrator(tenant, establishment, account)) {
            return Reduction.LAST_ADMINISTRATOR;
        }
        jdbc.sql("""
                        update membership set rights = :rights
                         where tenant_id = :tenant and establishment_id = :establishment and account_id = :account
                        """)
                .param("rights", rights.column())
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("account", account.value())
                .update();
        events.publishEvent(new RightsChanged(tenant, establishment, account));
        if (!rights.hasAll(before.get())) {
            events.publishEvent(new AccessReduced(tenant, account));
        }
        return Reduction.DONE;
    }

    /** The end of somebody's access there, and of their sessions everywhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reduction end(TenantId tenant, EstablishmentId establishment, AccountId account) {
        establishments.oneAtATime(tenant, establishment);
        if (find(tenant, establishment, account).isEmpty()) {
            return Reduction.NOBODY;
        }
        if (isLastAdministrator(tenant, establishment, account)) {
            return Reduction.LAST_ADMINISTRATOR;
        }
        jdbc.sql("""
                        delete from membership
                         where tenant_id = :tenant and establishment_id = :establishment and account_id = :account
                        """)
                .param("tenant", tenant.value())
                .param("establishment", establishment.value())
                .param("account", account.value())
                .update();
        events.publishEvent(new AccessEnded(tenant, establishment, account));
        events.publishEvent(new AccessReduced(tenant, account));
        return Reduction.DONE;
    }

    /** Asked while everybody else waits at {@link Establishments#oneAtATime}, or only to be told. */
    boolean isLastAdministrator(TenantId tenant, EstablishmentId establishment, AccountId account) {
        var administrators = in(tenant, establishment).stream()
                .filter(membership -> administers(tenant, membership.rights()))
                .map(Membership::account)
                .toList();
        return administrators.equals(List.of(account));
    }

    /** Whether anybody there administers with all the rights there are: else some could be given to nobody. */
    public boolean isInFullHands(TenantId tenant, EstablishmentId establishment) {
        var all = tenants.policy(tenant, MembershipPolicy.class).all();
        return in(tenant, establishment).stream()
                .anyMatch(membership -> membership.rights().hasAll(all));
    }

    private Optional<Administrator> administrator(TenantId tenant, Membership membership) {
        return tenants.policy(tenant, MembershipPolicy.class)
                .administering()
                .filter(membership.rights()::has)
                .map(right -> new Administrator(membership, right));
    }

    private boolean administers(TenantId tenant, Rights rights) {
        return tenants.policy(tenant, MembershipPolicy.class)
                .administering()
                .filter(rights::has)
                .isPresent();
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                Establishments.establishment(row, number),
                new AccountId(row.getObject("account_id", UUID.class)),
                Rights.of(Arrays.asList((String[]) row.getArray("rights").getArray())),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
