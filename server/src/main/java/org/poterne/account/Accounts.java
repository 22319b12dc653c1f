package org.poterne.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.poterne.task.Purge;
import org.poterne.tenant.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of every tenant; each question names its tenant first. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(TenantId tenant, AccountId id) {
        return jdbc.sql("""
                        select id, email, username, given_name, family_name, language, status, confirmed_at, recoverable_from
                          from account
                         where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant.value())
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /** Those of these that are there, in no order. */
    public List<Account> findAll(TenantId tenant, Collection<AccountId> ids) {
        return jdbc.sql("""
                        select id, email, username, given_name, family_name, language, status, confirmed_at, recoverable_from
                          from account
                         where tenant_id = :tenant and id = any(:ids)
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.stream().map(AccountId::value).toArray(UUID[]::new))
                .query(Accounts::account)
                .list();
    }

    public Optional<Account> findByEmail(TenantId tenant, EmailAddress email) {
        return jdbc.sql("""
                        select id, email, username, given_name, family_name, language, status, confirmed_at, recoverable_from
                          from account
                         where tenant_id = :tenant and email_canonical = :email
                        """)
                .param("tenant", tenant.value())
                .param("email", email.canonical())
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> findByUsername(TenantId tenant, Username username) {
        return jdbc.sql("""
                        select id, email, username, given_name, family_name, language, status, confirmed_at, recoverable_from
                          from account
                         where tenant_id = :tenant and username_canonical = :username
                        """)
                .param("tenant", tenant.value())
                .param("username", username.canonical())
                .query(Accounts::account)
                .optional();
    }

    /**
     * Adds somebody whose address is not confirmed. A pending sign-up with the same address gives way, and all that was set
     * with it is gone: whoever came first has proved nothing (pre-hijacking: MSRC 2022, better-auth #11023).
     */
    @Transactional
    public Enrolment signUp(TenantId tenant, NewAccount person, Locale language) {
        return holder(tenant, person.email())
                .<Enrolment>map(Enrolment.EmailTaken::new)
                .orElseGet(() -> enter(tenant, person, language));
    }

    /** Whose address it is, if anybody has proved to read it. Until the transaction ends, whoever else wants it waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountId> holder(TenantId tenant, EmailAddress email) {
        oneAtATime(tenant, email);
        return findByEmail(tenant, email)
                .filter(account -> account.isConfirmed() || !account.isActive())
                .map(Account::id);
    }

    /** As {@link #signUp}, with an address that has no {@link #holder}, which was asked in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enrolment.Entered enter(TenantId tenant, NewAccount person, Locale language) {
        if (isUsernameTaken(tenant, person)) {
            return new Enrolment.UsernameTaken();
        }
        forgetPending(tenant, person.email());
        return insert(tenant, person, language)
                .<Enrolment.Entered>map(Enrolment.Added::new)
                .orElseGet(Enrolment.UsernameTaken::new);
    }

    /** Those who want one address wait for each other until their transactions end. */
    void oneAtATime(TenantId tenant, EmailAddress email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .param("address", "sign-up " + tenant.value() + " " + email.canonical())
                .query((_, _) -> true)
                .single();
    }

    /** Whether somebody else has that username, or one that looks the same; public, as the pages that show it are. */
    public boolean isUsernameTaken(TenantId tenant, NewAccount person) {
        return person.username().isPresent()
                && jdbc.sql("""
                        select true from account
                         where tenant_id = :tenant and username_skeleton = :skeleton
                           and (email_canonical <> :email or confirmed_at is not null)
                        """)
                        .param("tenant", tenant.value())
                        .param("skeleton", person.username().get().skeleton())
                        .param("email", person.email().canonical())
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
    }

    /** Sign-ups that have proved nothing. */
    void forgetPending(TenantId tenant, EmailAddress email) {
        jdbc.sql("""
                        delete from account
                         where tenant_id = :tenant and email_canonical = :email
                           and confirmed_at is null and status = 'active'
                        """)
                .param("tenant", tenant.value())
                .param("email", email.canonical())
                .update();
    }

    private Optional<AccountId> insert(TenantId tenant, NewAccount person, Locale language) {
        return jdbc.sql("""
                        insert into account
                               (tenant_id, id, email, email_canonical, username, username_canonical, username_skeleton,
                                given_name, family_name, language, status, created_at)
                        values (:tenant, :id, :email, :canonical, :username, :username_canonical, :skeleton,
                                :given, :family, :language, 'active', :now)
                            on conflict do nothing
                        returning id
                        """)
                .param("tenant", tenant.value())
                .param("id", AccountId.fresh().value())
                .param("email", person.email().given())
                .param("canonical", person.email().canonical())
                .param("username", person.username().map(Username::given).orElse(null))
                .param(
                        "username_canonical",
                        person.username().map(Username::canonical).orElse(null))
                .param("skeleton", person.username().map(Username::skeleton).orElse(null))
                .param("given", person.givenName())
                .param("family", person.familyName())
                .param("language", language.toLanguageTag())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new AccountId(row.getObject("id", UUID.class)))
                .optional();
    }

    /**
     * Its owner has proved to read this address.
     *
     * @return whether nobody had before
     */
    public boolean confirm(TenantId tenant, AccountId id, EmailAddress address) {
        return jdbc.sql("""
                        update account set confirmed_at = :now
                         where tenant_id = :tenant and id = :id and email_canonical = :email and confirmed_at is null
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("email", address.canonical())
                        .update()
                == 1;
    }

    /**
     * Some of the sign-ups of before {@code then} whose address nobody has confirmed (GDPR art. 5(1)(e)).
     *
     * @return how many; zero when there is none left
     */
    public int forgetUnconfirmed(TenantId tenant, Instant then) {
        return jdbc.sql(
                        Purge.batch(
                                "delete from account where tenant_id = :tenant and confirmed_at is null and created_at < :then"))
                .param("tenant", tenant.value())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Adds those whose address and username are not taken, in one statement; the operator who brings them in vouches for the
     * addresses. Accounts already there are left as they are.
     *
     * @return those that were added
     */
    public Map<EmailAddress, AccountId> addAll(TenantId tenant, List<NewAccount> people) {
        var added = new HashMap<EmailAddress, AccountId>();
        jdbc.sql("""
                        insert into account
                               (tenant_id, id, email, email_canonical, username, username_canonical, username_skeleton,
                                given_name, family_name, language, status, created_at, confirmed_at)
                        select :tenant, id, email, email_canonical, username, username_canonical, username_skeleton,
                               given_name, family_name, language, 'active', :now, :now
                          from unnest(:ids::uuid[], :emails::text[], :canonicals::text[],
                                      :usernames::text[], :username_canonicals::text[], :skeletons::text[],
                                      :given::text[], :family::text[], :languages::text[])
                               as person (id, email, email_canonical, username, username_canonical, username_skeleton,
                                          given_name, family_name, language)
                            on conflict do nothing
                        returning id, email
                        """)
                .param("tenant", tenant.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "ids",
                        people.stream().map(_ -> AccountId.fresh().value()).toArray(UUID[]::new))
                .param("emails", column(people, person -> person.email().given()))
                .param("canonicals", column(people, person -> person.email().canonical()))
                .param("usernames", nullable(people, NewAccount::username, Username::given))
                .param("username_canonicals", nullable(people, NewAccount::username, Username::canonical))
                .param("skeletons", nullable(people, NewAccount::username, Username::skeleton))
                .param("given", column(people, NewAccount::givenName))
                .param("family", column(people, NewAccount::familyName))
                .param("languages", nullable(people, NewAccount::language, Locale::toLanguageTag))
                .query(row -> {
                    added.put(address(row), new AccountId(row.getObject("id", UUID.class)));
                });
        return added;
    }

    /** Those of these addresses that have an account. */
    public Set<EmailAddress> known(TenantId tenant, Collection<EmailAddress> addresses) {
        return Set.copyOf(jdbc.sql("""
                        select email from account
                         where tenant_id = :tenant and email_canonical = any(:canonicals)
                        """)
                .param("tenant", tenant.value())
                .param(
                        "canonicals",
                        addresses.stream().map(EmailAddress::canonical).toArray(String[]::new))
                .query((row, _) -> address(row))
                .list());
    }

    private static String[] column(List<NewAccount> people, Function<NewAccount, String> value) {
        return people.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable String[] nullable(
            List<NewAccount> people, Function<NewAccount, Optional<T>> value, Function<T, String> text) {
        return people.stream()
                .map(person -> value.apply(person).map(text).orElse(null))
                .toArray(String[]::new);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                address(row),
                Optional.ofNullable(row.getString("username")).map(Accounts::username),
                row.getString("given_name"),
                row.getString("family_name"),
                Optional.ofNullable(row.getString("language")).map(Locale::forLanguageTag),
                AccountStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                moment(row, "confirmed_at"),
                moment(row, "recoverable_from"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Username username(String stored) {
        return Username.parse(stored)
                .orElseThrow(() -> new IllegalStateException("an account whose stored username no longer parses"));
    }

    private static EmailAddress address(ResultSet row) throws SQLException {
        return EmailAddress.parse(row.getString("email"))
                .orElseThrow(() -> new IllegalStateException("an account whose stored address no longer parses"));
    }
}
