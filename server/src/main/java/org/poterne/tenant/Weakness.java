package org.poterne.tenant;

/**
 * A setting below the standards.
 *
 * @param rule section and key, as an {@code exceptions} entry names it: {@code password.minimum-length}
 * @param clause the clause it breaks, and what it asks
 */
public record Weakness(String rule, String clause, Gravity gravity) {

    /** What a weakness asks of the operator. */
    public enum Gravity {
        /** Allowed, and said in the log at each start. */
        WARNED,
        /** Refused, unless the tenant file takes responsibility for it under {@code exceptions}. */
        NEEDS_EXCEPTION
    }
}
