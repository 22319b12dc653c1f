package org.poterne.desk;

import java.util.List;
import org.poterne.account.Account;
import org.poterne.audit.AuditLog;
import org.poterne.lockout.UnlockLetters;
import org.poterne.membership.MembershipPolicy;
import org.poterne.membership.Memberships;
import org.poterne.password.Passwords;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.words.Words;
import org.springframework.stereotype.Component;

/** What is known of an account, without a secret and without an address. */
@Component
class SheetFacts {

    private static final int OF_LATE = 15;

    private final Memberships memberships;
    private final Passwords passwords;
    private final UnlockLetters locks;
    private final AuditLog log;
    private final Tenants tenants;

    SheetFacts(Memberships memberships, Passwords passwords, UnlockLetters locks, AuditLog log, Tenants tenants) {
        this.memberships = memberships;
        this.passwords = passwords;
        this.locks = locks;
        this.log = log;
        this.tenants = tenants;
    }

    ShownSheet.State state(TenantId tenant, Account account) {
        if (!account.isActive()) {
            return ShownSheet.State.CLOSED;
        }
        if (!account.isConfirmed()) {
            return ShownSheet.State.UNCONFIRMED;
        }
        if (!passwords.has(tenant, account.id())) {
            return ShownSheet.State.NO_PASSWORD;
        }
        return locks.isLocked(tenant, account.id()) ? ShownSheet.State.LOCKED : ShownSheet.State.ACTIVE;
    }

    List<ShownSheet.Access> access(TenantId tenant, Words words, Account account) {
        var policy = tenants.policy(tenant, MembershipPolicy.class);
        return memberships.of(tenant, account.id()).stream()
                .map(membership -> new ShownSheet.Access(
                        membership.establishment().name() + " ("
                                + membership.establishment().number() + ")",
                        policy.named(membership.rights()).stream()
                                .map(right -> right.label(words.language()))
                                .toList()))
                .toList();
    }

    /** Those that have words: the trail has more than people need. */
    List<ShownSheet.Event> events(Tenant tenant, Words words, Account account) {
        return log.of(tenant.id(), account.id(), OF_LATE).stream()
                .filter(entry -> words.knows(key(entry.what())))
                .map(entry ->
                        new ShownSheet.Event(words.say(key(entry.what())), ShownTime.of(words, tenant, entry.at())))
                .toList();
    }

    /** The holder's words say "your account": what the desk did has words of its own. */
    private static String key(String what) {
        var ours = "desk.act." + what.replaceFirst("^desk_", "");
        return what.startsWith("desk_") ? ours : "holder.activity." + what;
    }
}
