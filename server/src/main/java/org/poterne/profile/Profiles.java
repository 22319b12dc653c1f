package org.poterne.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answers that are kept. Names are the account's own; all others are here. */
@Component
public class Profiles {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    Profiles(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    /**
     * What the tenant asks and the account has, in the tenant's order. An answer that its field no longer takes, a choice
     * since removed, is none: nobody could give it again.
     */
    public Profile of(TenantId tenant, Account account) {
        var kept = kept(tenant, account.id());
        var answers = new LinkedHashMap<String, String>();
        for (var field : policy(tenant).fields()) {
            var answer = switch (field.name()) {
                case ProfileField.GIVEN_NAME -> account.givenName();
                case ProfileField.FAMILY_NAME -> account.familyName();
                case ProfileField.SINGLE_NAME -> account.fullName();
                default -> kept.getOrDefault(field.name(), "");
            };
            answers.put(field.name(), field.takes(answer) ? answer : "");
        }
        return new Profile(answers);
    }

    /** All that is kept beside the names, fields that the tenant no longer asks included: it is the holder's to know. */
    public Map<String, String> kept(TenantId tenant, AccountId account) {
        var kept = new LinkedHashMap<String, String>();
        jdbc.sql("""
                        select field, answer from profile_answer
                         where tenant_id = :tenant and account_id = :account
                         order by field
                        """)
                .param("tenant", tenant.value())
                .param("account", account.value())
                .query(row -> {
                    kept.put(row.getString("field"), row.getString("answer"));
                });
        return kept;
    }

    /** In place of what was kept; the names in it are the account's to keep. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TenantId tenant, AccountId account, Profile profile) {
        jdbc.sql("delete from profile_answer where tenant_id = :tenant and account_id = :account")
                .param("tenant", tenant.value())
                .param("account", account.value())
                .update();
        keepAll(tenant, Map.of(account, profile));
    }

    /** Of accounts that have none yet, in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepAll(TenantId tenant, Map<AccountId, Profile> profiles) {
        var accounts = new ArrayList<UUID>();
        var fields = new ArrayList<String>();
        var answers = new ArrayList<String>();
        profiles.forEach((account, profile) -> own(tenant).stream()
                .filter(field -> !profile.answer(field.name()).isEmpty())
                .forEach(field -> {
                    accounts.add(account.value());
                    fields.add(field.name());
                    answers.add(profile.answer(field.name()));
                }));
        jdbc.sql("""
                        insert into profile_answer (tenant_id, account_id, field, answer)
                        select :tenant, account, field, answer
                          from unnest(:accounts::uuid[], :fields::text[], :answers::text[])
                               as typed (account, field, answer)
                        """)
                .param("tenant", tenant.value())
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("fields", fields.toArray(String[]::new))
                .param("answers", answers.toArray(String[]::new))
                .update();
    }

    /**
     * Whether somebody describes this account, in each of these fields. One that the account has no answer to is not held
     * against anybody: whoever was there before the tenant asked could not know it.
     */
    public boolean describes(TenantId tenant, Account account, Profile typed, List<ProfileField> fields) {
        var profile = of(tenant, account);
        return fields.stream()
                .filter(field -> !profile.answer(field.name()).isEmpty())
                .allMatch(field -> field.isSame(typed.answer(field.name()), profile.answer(field.name())));
    }

    private List<ProfileField> own(TenantId tenant) {
        return policy(tenant).fields().stream().filter(field -> !field.isName()).toList();
    }

    private ProfilePolicy policy(TenantId tenant) {
        return tenants.policy(tenant, ProfilePolicy.class);
    }
}
