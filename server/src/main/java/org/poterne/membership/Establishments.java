package org.poterne.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The establishments of every tenant. */
@Component
public class Establishments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Establishments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Establishment> find(TenantId tenant, EstablishmentNumber number) {
        return jdbc.sql("""
                        select id, number, name, email from establishment
                         where tenant_id = :tenant and number = :number
                        """)
                .param("tenant", tenant.value())
                .param("number", number.value())
                .query(Establishments::establishment)
                .optional();
    }

    public Optional<Establishment> find(TenantId tenant, EstablishmentId id) {
        return jdbc.sql("select id, number, name, email from establishment where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Establishments::establishment)
                .optional();
    }

    /** Those with these letters in their name, the shortest names first: whoever types more finds less. */
    public List<Establishment> named(TenantId tenant, String part, int limit) {
        return jdbc.sql("""
                        select id, number, name, email from establishment
                         where tenant_id = :tenant and position(lower(:part) in lower(name)) > 0
                         order by length(name), number
                         limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("part", part)
                .param("limit", limit)
                .query(Establishments::establishment)
                .list();
    }

    /** By both, as whoever knows it does: one of them alone names nobody. */
    public Optional<Establishment> find(TenantId tenant, EstablishmentNumber number, EmailAddress email) {
        return jdbc.sql("""
                        select id, number, name, email from establishment
                         where tenant_id = :tenant and number = :number and email_canonical = :email
                        """)
                .param("tenant", tenant.value())
                .param("number", number.value())
                .param("email", email.canonical())
                .query(Establishments::establishment)
                .optional();
    }

    /** @return nothing when another establishment has that number */
    public Optional<Establishment> add(TenantId tenant, EstablishmentNumber number, String name, EmailAddress email) {
        return jdbc.sql("""
                        insert into establishment (tenant_id, id, number, name, email, email_canonical, created_at)
                        values (:tenant, :id, :number, :name, :email, :canonical, :now)
                            on conflict (tenant_id, number) do nothing
                        returning id, number, name, email
                        """)
                .param("tenant", tenant.value())
                .param("id", EstablishmentId.fresh().value())
                .param("number", number.value())
                .param("name", name)
                .param("email", email.given())
                .param("canonical", email.canonical())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Establishments::establishment)
                .optional();
    }

    /**
     * Whoever changes who has access to it waits here for the others until their transactions end: what is held is compared
     * with what is granted while neither can move.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime(TenantId tenant, EstablishmentId establishment) {
        jdbc.sql("select 1 from establishment where tenant_id = :tenant and id = :id for no key update")
                .param("tenant", tenant.value())
                .param("id", establishment.value())
                .query(Integer.class)
                .optional();
    }

    static Establishment establishment(ResultSet row, int number) throws SQLException {
        return new Establishment(
                new EstablishmentId(row.getObject("id", UUID.class)),
                new EstablishmentNumber(row.getString("number")),
                row.getString("name"),
                EmailAddress.parse(row.getString("email"))
                        .orElseThrow(
                                () -> new IllegalStateException("an establishment whose address no longer parses")));
    }
}
