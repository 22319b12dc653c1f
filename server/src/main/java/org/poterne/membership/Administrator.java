package org.poterne.membership;

/**
 * What one administrator may decide at one establishment: no more than they hold themselves, field by field (ASVS 5.0
 * 8.2.1-8.2.3; Keycloak #31641, CVE-2026-16072: administrators who escalate).
 */
public record Administrator(Membership own) {

    public Establishment establishment() {
        return own.establishment();
    }

    public boolean mayGrant(Rights rights) {
        return own.rights().hasAll(rights);
    }

    /** Rights that are left alone need not be held; none that moves, either way, may be beyond them. */
    public boolean mayChange(Rights before, Rights after) {
        return mayGrant(after.without(before)) && mayGrant(before.without(after));
    }

    /** Whoever holds more is removed by whoever holds as much. */
    public boolean mayRemove(Rights held) {
        return mayGrant(held);
    }

    public boolean isThemselves(org.poterne.account.AccountId account) {
        return own.account().equals(account);
    }
}
