package org.poterne.membership;

import org.poterne.account.AccountId;

/**
 * What one administrator may decide at one establishment: no more than they hold themselves, field by field (ASVS 5.0
 * 8.2.1-8.2.3; Keycloak #31641, CVE-2026-16072: administrators who escalate).
 *
 * @param administering the right that makes administrators
 */
public record Administrator(Membership own, Right administering) {

    public Establishment establishment() {
        return own.establishment();
    }

    public boolean mayGrant(Rights rights) {
        return own.rights().hasAll(rights);
    }

    /**
     * Rights that are left alone need not be held; none that moves, either way, may be beyond them. Another administrator is
     * demoted by whoever holds as much: else the least of them could overthrow the others, and rights that none of those left
     * holds could be given to nobody any more.
     */
    public boolean mayChange(Rights before, Rights after) {
        var demotes = before.has(administering) && !after.has(administering);
        return mayGrant(after.without(before)) && mayGrant(before.without(after)) && (!demotes || mayRemove(before));
    }

    /** Whoever holds more is removed by whoever holds as much. */
    public boolean mayRemove(Rights held) {
        return mayGrant(held);
    }

    public boolean isThemselves(AccountId account) {
        return own.account().equals(account);
    }
}
