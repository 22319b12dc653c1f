package org.poterne.holder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poterne.account.Account;
import org.poterne.account.AccountId;
import org.poterne.account.Accounts;
import org.poterne.account.OwnAccount;
import org.poterne.membership.Memberships;
import org.poterne.profile.Profile;
import org.poterne.profile.ProfilePolicy;
import org.poterne.profile.Profiles;
import org.poterne.profile.TypedProfile;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** What a tenant keeps of a holder beside address and username. */
@Component
class OwnProfile {

    private final Accounts accounts;
    private final OwnAccount own;
    private final Profiles profiles;
    private final Memberships memberships;
    private final Tenants tenants;

    OwnProfile(Accounts accounts, OwnAccount own, Profiles profiles, Memberships memberships, Tenants tenants) {
        this.accounts = accounts;
        this.own = own;
        this.profiles = profiles;
        this.memberships = memberships;
        this.tenants = tenants;
    }

    TypedProfile kept(TenantId tenant, Account account) {
        return TypedProfile.of(policy(tenant).fields(), profiles.of(tenant, account));
    }

    TypedProfile sent(TenantId tenant, Map<String, String> form) {
        return TypedProfile.sent(policy(tenant).fields(), form);
    }

    /** The names are the account's, the other answers beside it. */
    void save(TenantId tenant, AccountId account, Profile profile) {
        profiles.keep(tenant, account, profile);
        own.rename(tenant, account, profile.givenName(), profile.familyName());
    }

    /** For the file that a holder takes home. */
    Optional<AccountCopy.Profile> copy(TenantId tenant, AccountId id) {
        return accounts.find(tenant, id)
                .map(account -> AccountCopy.Profile.of(account, profiles.kept(tenant, id), memberships.of(tenant, id)));
    }

    /** In the tenant's order: what each field is called, and its answer in words. */
    List<Map.Entry<String, String>> shown(Tenant tenant, Words words, Account account) {
        var profile = profiles.of(tenant.id(), account);
        return policy(tenant.id()).fields().stream()
                .filter(field -> !profile.answer(field.name()).isEmpty())
                .map(field -> Map.entry(field.says(words), field.shown(profile.answer(field.name()), words)))
                .toList();
    }

    private ProfilePolicy policy(TenantId tenant) {
        return tenants.policy(tenant, ProfilePolicy.class);
    }
}
