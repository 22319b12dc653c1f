package org.poterne.readdress;

import java.net.URI;
import java.util.Map;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.DeskVisitor;
import org.poterne.desk.Member;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;

/** A change of address by the desk, as far as its second agent. */
record Desks(House house, Member lea, Mailbox next, DeskAgent one, DeskAgent two, Seen proposed) {

    static final String REASON = "Sa boîte ferme à la fin du mois";

    /** Asked by the holder of six establishments, verified and proposed by the first agent. */
    static Desks proposed(House house) {
        var lea = Member.of(house, "extranet", 6);
        var next = Member.freshMailbox();
        var holder = lea.visitor();
        var asked = holder.submit(
                holder.get("/assistance/email"), Map.of("email", next.address(), "message", "Ma boîte ferme."));
        var number = asked.page().select("#number").text();
        var one = DeskAgent.at(house, "extranet");
        var mine = one.visitor().press(one.get("/desk/requests/" + number), "/take");
        one.sheet(mine);
        var form = one.get("/desk/requests/" + number + "/sheet/address");
        var proposed = one.visitor().submit(form, Map.of("email", next.address(), "reason", REASON));
        return new Desks(house, lea, next, one, DeskAgent.at(house, "extranet"), proposed);
    }

    /** The page of the change, before an agent. */
    Seen change(DeskAgent agent) {
        var href = agent.get(DeskAgent.at(proposed))
                .first("main a[href*=/desk/changes/]")
                .attr("href");
        return agent.get(href.replaceFirst("^/extranet", ""));
    }

    Seen approve() {
        return two.visitor().press(change(two), "/approve");
    }

    static Seen confirm(House house, URI link) {
        var visitor = DeskVisitor.stranger(house, "extranet");
        return visitor.submit(visitor.visitor().get(link), Map.of());
    }

    static Seen cancel(House house, URI link) {
        var visitor = DeskVisitor.stranger(house, "extranet");
        return visitor.submit(visitor.visitor().get(link), Map.of("sure", "sure"));
    }
}
