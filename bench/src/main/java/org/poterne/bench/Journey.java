package org.poterne.bench;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.poterne.rig.Load;

/** What people do, in the words of the tables. */
final class Journey {

    static final String PAGE = "sign-in page";
    static final String KNOWN = "recovery request, known";
    static final String UNKNOWN = "recovery request, unknown";
    static final String SIGN_IN = "page and sign-in";
    static final String RESET = "whole reset by letter";
    static final String SIGN_UP = "sign-up to confirmation";

    private Journey() {}

    static SequencedMap<String, Load.Work> all(Door door) {
        var all = new LinkedHashMap<String, Load.Work>();
        all.put(PAGE, door::page);
        all.put(KNOWN, door::askKnown);
        all.put(UNKNOWN, door::askUnknown);
        all.put(SIGN_IN, door::signIn);
        all.put(RESET, door::reset);
        all.put(SIGN_UP, door::signUp);
        return all;
    }
}
