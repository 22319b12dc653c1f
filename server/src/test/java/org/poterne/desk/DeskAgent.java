package org.poterne.desk;

import java.util.Map;
import org.poterne.account.AccountId;
import org.poterne.agent.Agents;
import org.poterne.house.House;
import org.poterne.house.Seen;

/** An agent at work. */
public record DeskAgent(Member member, DeskVisitor visitor) {

    /** Proofs of the script of `extranet`, and of `guichet`. */
    public static final Map<String, String> TWO_PROOFS = Map.of("proof-contract", "yes", "proof-call-back", "yes");

    public static DeskAgent at(House house, String tenant) {
        var member = Member.of(house, tenant, 0);
        house.bean(Agents.class).appoint(member.tenant(), member.account().id());
        return new DeskAgent(member, member.visitor());
    }

    public AccountId id() {
        return member.account().id();
    }

    public Seen get(String page) {
        return visitor.get(page);
    }

    /** In the same browser, after a while without a page. */
    public DeskAgent signedInAgain() {
        return new DeskAgent(member, member.visitor());
    }

    /** Finds somebody by username and opens a request for their call: its page. */
    public Seen callOf(Member caller) {
        var found = visitor.press(get("/desk"), "/desk/search", Map.of("text", caller.username()));
        return visitor.press(found, "/desk/calls");
    }

    /** From a request's page, all the way to the sheet. */
    public Seen sheet(Seen request) {
        var script = visitor.get(at(request) + "/verification");
        return visitor.press(script, "/verification", TWO_PROOFS);
    }

    public Seen sheetOf(Member caller) {
        return sheet(callOf(caller));
    }

    /** A request's own address, from any page about it. */
    public static String at(Seen page) {
        var path = page.path().substring(page.path().indexOf("/desk/"));
        return path.replaceFirst("(/desk/requests/[0-9-]+).*", "$1");
    }
}
