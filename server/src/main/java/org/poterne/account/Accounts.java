package org.poterne.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of every tenant; each question names its tenant first. */
@Component
public final class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(TenantId tenant, AccountId id) {
        return jdbc.sql("""
                        select id, email, given_name, family_name, language, status
                          from account
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> findByEmail(TenantId tenant, EmailAddress email) {
        return jdbc.sql("""
                        select id, email, given_name, family_name, language, status
                          from account
                         where tenant_id = :tenant and email_canonical = :email
                        """)
                .param("tenant", tenant.value())
                .param("email", email.canonical())
                .query(Accounts::account)
                .optional();
    }

    /** Adds those whose address is not taken, in one statement. Addresses already there are left as they are. */
    public List<EmailAddress> addAll(TenantId tenant, List<NewAccount> people) {
        return jdbc.sql("""
                        insert into account
                               (tenant_id, id, email, email_canonical, given_name, family_name, status, created_at)
                        select :tenant, id, email, email_canonical, given_name, family_name, 'active', :now
                          from unnest(:ids::uuid[], :emails::text[], :canonicals::text[], :given::text[], :family::text[])
                               as person (id, email, email_canonical, given_name, family_name)
                            on conflict (tenant_id, email_canonical) do nothing
                        returning email
                        """)
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "ids",
                        people.stream().map(_ -> AccountId.fresh().value()).toArray(UUID[]::new))
                .param(
                        "emails",
                        people.stream().map(person -> person.email().given()).toArray(String[]::new))
                .param(
                        "canonicals",
                        people.stream()
                                .map(person -> person.email().canonical())
                                .toArray(String[]::new))
                .param("given", people.stream().map(NewAccount::givenName).toArray(String[]::new))
                .param("family", people.stream().map(NewAccount::familyName).toArray(String[]::new))
                .query((row, _) -> address(row))
                .list();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                address(row),
                row.getString("given_name"),
                row.getString("family_name"),
                Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
                AccountStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }

    private static EmailAddress address(ResultSet row) throws SQLException {
        return EmailAddress.parse(row.getString("email"))
                .orElseThrow(() -> new IllegalStateException("an account whose stored address no longer parses"));
    }
}
