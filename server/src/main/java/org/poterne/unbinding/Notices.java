package org.poterne.unbinding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.poterne.account.EarlierAddresses;
import org.poterne.account.EmailAddress;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom an unbinding is announced to: fixed when it is approved, so that its later letters go where the first one went. */
@Component
class Notices {

    private final JdbcClient jdbc;
    private final List<EarlierAddresses> earlier;

    Notices(JdbcClient jdbc, List<EarlierAddresses> earlier) {
        this.jdbc = jdbc;
        this.earlier = earlier;
    }

    /** The account's address, and every one that was its own until lately (requirements HD-3). */
    List<Notice> begin(TenantId tenant, Unbinding unbinding) {
        var addresses = new LinkedHashMap<String, EmailAddress>();
        Stream.concat(
                        Stream.of(unbinding.email()),
                        earlier.stream().flatMap(known -> known.of(tenant, unbinding.account()).stream()))
                .forEach(address -> addresses.putIfAbsent(address.canonical(), address));
        addresses.values().forEach(address -> add(tenant, unbinding, address));
        return of(tenant, unbinding.id());
    }

    private void add(TenantId tenant, Unbinding unbinding, EmailAddress address) {
        jdbc.sql("""
                        insert into unbinding_notice (tenant_id, id, unbinding_id, email)
                        values (:tenant, :id, :unbinding, :email)
                        """)
                .param("tenant", tenant.value())
                .param("id", UUID.randomUUID())
                .param("unbinding", unbinding.id())
                .param("email", address.given())
                .update();
    }

    /** None before it is approved: nobody was told. */
    List<Notice> of(TenantId tenant, UUID unbinding) {
        return jdbc.sql("""
                        select id, unbinding_id, email from unbinding_notice
                         where tenant_id = :tenant and unbinding_id = :unbinding
                        """)
                .param("tenant", tenant.value())
                .param("unbinding", unbinding)
                .query(Notices::notice)
                .list();
    }

    Optional<Notice> find(TenantId tenant, UUID id) {
        return jdbc.sql("select id, unbinding_id, email from unbinding_notice where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(Notices::notice)
                .optional();
    }

    /** Its letter is being sent. */
    void told(TenantId tenant, UUID id) {
        jdbc.sql("update unbinding_notice set told = true where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getObject("unbinding_id", UUID.class),
                EmailAddress.parse(row.getString("email"))
                        .orElseThrow(() -> new IllegalStateException("a notice whose address no longer parses")));
    }
}
