package org.poterne.users;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.poterne.account.Account;
import org.poterne.account.Accounts;
import org.poterne.lockout.LockedAccounts;
import org.poterne.membership.Administrator;
import org.poterne.membership.Membership;
import org.poterne.membership.Memberships;
import org.poterne.membership.RightsForm;
import org.poterne.tenant.Tenant;
import org.poterne.users.UserRow.Reach;
import org.poterne.users.UserRow.State;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** Those who have access. */
@Component
class People {

    private final Memberships memberships;
    private final Accounts accounts;
    private final LockedAccounts lockedAccounts;
    private final RightsForm rights;

    People(Memberships memberships, Accounts accounts, LockedAccounts lockedAccounts, RightsForm rights) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.lockedAccounts = lockedAccounts;
        this.rights = rights;
    }

    Stream<UserRow> rows(Tenant tenant, Words words, Administrator administrator) {
        var members = memberships.in(tenant.id(), administrator.establishment().id());
        var ids = members.stream().map(Membership::account).toList();
        var people =
                accounts.findAll(tenant.id(), ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var locked = lockedAccounts.among(tenant.id(), ids);
        return members.stream()
                .flatMap(member -> Stream.ofNullable(people.get(member.account()))
                        .map(account -> new UserRow(
                                account.id().toString(),
                                account.fullName(),
                                account.email().given(),
                                rights.labels(tenant.id(), words, member.rights()),
                                locked.contains(account.id()) ? State.LOCKED : State.ACTIVE,
                                administrator.isThemselves(account.id()) ? Reach.THEMSELVES : Reach.MANAGE)));
    }
}
