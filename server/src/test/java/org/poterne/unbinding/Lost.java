package org.poterne.unbinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.poterne.account.AccountId;
import org.poterne.desk.DeskAgent;
import org.poterne.desk.DeskVisitor;
import org.poterne.desk.Member;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;
import org.poterne.totp.AppHolder;
import org.poterne.totp.PhoneApp;
import org.poterne.unbinding.Unbinding.State;

/** Somebody with an application as second factor, and the desk that takes it for lost, as far as its second agent. */
record Lost(Member lea, PhoneApp app, Visitor browser, DeskAgent one, DeskAgent two, Seen proposed) {

    static final String TENANT = "trousseau";
    static final TenantId ID = new TenantId(TENANT);
    static final String REASON = "Son téléphone est tombé à l’eau";

    /** Verified by telephone, and proposed by the first agent. */
    static Lost proposed(House house) {
        var lea = Member.of(house, TENANT, 0);
        var browser = lea.visitor().visitor();
        var app = AppHolder.setUp(house, person(lea), browser).phone();
        lea.mailbox().next(); // a factor was added
        return proposed(house, lea, app, browser);
    }

    static Lost proposed(House house, Member lea, PhoneApp app, Visitor browser) {
        var one = DeskAgent.at(house, TENANT);
        var sheet = one.sheetOf(lea);
        var form = one.visitor()
                .visitor()
                .get(sheet.first("main a[href$=/sheet/unbinding]").attr("href"));
        var proposed = one.visitor().submit(form, Map.of("reason", REASON));
        assertThat(proposed.words()).contains("Le retrait attend une deuxième personne.");
        return new Lost(lea, app, browser, one, DeskAgent.at(house, TENANT), proposed);
    }

    static Person person(Member member) {
        return new Person(TENANT, member.email());
    }

    /** The unbinding's page, before an agent. */
    Seen page(DeskAgent agent) {
        return agent.get("/desk/unbindings/" + unbinding().id());
    }

    Seen approve() {
        return two.visitor().press(page(two), "/approve");
    }

    /** Approved, and the letter that says so read: its link. */
    URI approved() {
        approve();
        return mailbox().next().link();
    }

    Unbinding unbinding() {
        return lea.house().bean(Unbindings.class).underWay(ID, account()).orElseThrow();
    }

    State state(Unbinding unbinding) {
        return lea.house()
                .bean(Unbindings.class)
                .find(ID, unbinding.id())
                .orElseThrow()
                .state();
    }

    AccountId account() {
        return lea.account().id();
    }

    Mailbox mailbox() {
        return lea.mailbox();
    }

    /** The password alone, in a browser of nobody's. */
    Seen password(Visitor visitor) {
        return AppHolder.signIn(visitor, person(lea), Member.PASSWORD);
    }

    /** The password, and a code of the application. */
    Seen signIn(Visitor visitor) {
        return visitor.submit(password(visitor), Map.of("code", app.code()));
    }

    static Seen cancel(House house, URI link) {
        var visitor = DeskVisitor.stranger(house, TENANT);
        return visitor.submit(visitor.visitor().get(link), Map.of());
    }
}
