package org.poterne.membership;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.poterne.tenant.Setting;
import org.poterne.tenant.SettingRefused;
import org.poterne.tenant.TenantPolicy;

/** The rights that a tenant's establishments give their people; a tenant without rights has no establishments. */
public record MembershipPolicy(
        @Setting(
                value = "The rights of an establishment's people, in the order of the pages; none: no establishments.",
                fallback = "[]")
        List<Right> rights,

        @Setting(
                value =
                        "What becomes of an account that loses its last establishment: `deleted`, or `kept` where people"
                                + " have accounts of their own.",
                fallback = "deleted")
        Leftover leftover)
        implements TenantPolicy {

    private static final int MOST = 30;

    /** What becomes of an account that opens no establishment any more. */
    public enum Leftover {
        DELETED,
        KEPT
    }

    public MembershipPolicy {
        var names = new HashSet<String>();
        for (var right : rights) {
            if (!names.add(right.name())) {
                throw new SettingRefused("rights", "has `" + right.name() + "` twice.", "Keep one.");
            }
        }
        if (!rights.isEmpty() && rights.stream().filter(Right::administers).count() != 1) {
            throw new SettingRefused(
                    "rights",
                    "must hold one right that administers.",
                    "Write `administers: true` at the right of whoever invites the others, and nowhere else.");
        }
        if (rights.size() > MOST) {
            throw new SettingRefused("rights", "has more than " + MOST + " entries.", "Keep those that people use.");
        }
        rights = List.copyOf(rights);
    }

    /** Whether the tenant has establishments at all. */
    public boolean isUsed() {
        return !rights.isEmpty();
    }

    public Rights all() {
        return Rights.of(rights.stream().map(Right::name).toList());
    }

    /** Whoever holds it decides over the others. */
    public Optional<Right> administering() {
        return rights.stream().filter(Right::administers).findFirst();
    }

    /** Those of these rights that the tenant still has, in its order. */
    public List<Right> named(Rights rights) {
        return this.rights.stream().filter(rights::has).toList();
    }

    /** What a form sent: names of no right of this tenant are none. */
    public Rights known(Collection<String> names) {
        return Rights.of(
                rights.stream().map(Right::name).filter(names::contains).toList());
    }
}
