package org.poterne.assistance;

/**
 * Two codes of one request: the caller says one to the agent, the agent the other to the caller. Whoever calls in the name of
 * the desk, or of somebody else, knows neither.
 */
public record CodePair(String caller, String desk) {

    /** As people say them. */
    private static String spoken(String code) {
        return code.substring(0, 3) + "\u00a0" + code.substring(3);
    }

    public String callerSays() {
        return spoken(caller);
    }

    public String deskSays() {
        return spoken(desk);
    }

    /** They are secrets of the two sides. */
    @Override
    public String toString() {
        return "CodePair[redacted]";
    }
}
