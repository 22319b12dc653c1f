package org.poterne.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.poterne.email.Mover.PASSWORD;
import static org.poterne.email.Mover.freshMailbox;
import static org.poterne.email.Mover.signIn;
import static org.poterne.house.Hands.allAtOnce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.house.House;
import org.poterne.house.Mailbox;
import org.poterne.house.Seen;
import org.poterne.house.Visitor;
import org.poterne.tenant.TenantId;

/** Many hands at once, at two nodes. */
class EmailRaceTests {

    private static final House HOUSE = House.open();
    private static final House SECOND = HOUSE.secondNode();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final String CHANGED = "Votre adresse est changée.";

    @AfterAll
    static void close() {
        SECOND.close();
    }

    /** attacks.md 3. */
    @Test
    void aHundredPostsOfOneLinkMoveTheAccountOnce() {
        var camille = Mover.at(HOUSE);
        var link = camille.link();
        var hands = new ArrayList<Callable<Seen>>();
        for (var hand = 0; hand < 100; hand++) {
            var visitor = sameBrowser(camille.visitor(), hand % 2 == 0 ? HOUSE : SECOND);
            var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
            hands.add(() -> visitor.submit(page, Map.of()));
        }
        assertThat(allAtOnce(hands))
                .filteredOn(seen -> seen.words().contains(CHANGED))
                .hasSize(1);
        assertThat(camille.person().mailbox().next().subject()).startsWith("L’adresse de votre compte");
        camille.person().mailbox().isEmpty();
    }

    @Test
    void ofTwoAccountsThatWantOneAddressOneHasIt() {
        for (var round = 0; round < 3; round++) {
            var wanted = freshMailbox();
            var hands = new ArrayList<Callable<Seen>>();
            for (var node : List.of(HOUSE, SECOND)) {
                var mover = Mover.at(HOUSE).wanting(wanted);
                var link = mover.link();
                var visitor = sameBrowser(mover.visitor(), node);
                var page = visitor.get(link.getRawPath() + "?" + link.getRawQuery());
                hands.add(() -> visitor.submit(page, Map.of()));
            }
            var seen = allAtOnce(hands);
            assertThat(seen).filteredOn(page -> page.words().contains(CHANGED)).hasSize(1);
            assertThat(seen).filteredOn(page -> page.status() == 410).hasSize(1);
        }
    }

    /** The owner undoes the first change while the thief confirms the next: whoever comes first, the owner has it. */
    @Test
    void theOwnerWhoUndoesAlwaysWinsOverTheThiefWhoMovesOn() {
        for (var round = 0; round < 5; round++) {
            var thief = Mover.at(HOUSE);
            var old = thief.person().mailbox();
            var undo = thief.move();
            var next = thief.wanting(freshMailbox()).link(thief.next());
            var owner = SECOND.visitor();
            var restore = owner.get(undo.getRawPath() + "?" + undo.getRawQuery());
            var confirm = thief.visitor().get(next);
            var seen = allAtOnce(List.<Callable<Seen>>of(
                    () -> owner.submit(restore, Map.of("sure", "sure")),
                    () -> thief.visitor().submit(confirm, Map.of())));
            assertThat(seen.getFirst().words()).contains("Votre adresse est rétablie");
            var account = HOUSE.bean(Accounts.class).findByEmail(GIMIC, address(old));
            assertThat(account).as("the account's address").isPresent();
            assertThat(HOUSE.bean(AddressChanges.class)
                            .askedBy(GIMIC, account.orElseThrow().id()))
                    .isEmpty();
            assertThat(thief.visitor().get("/gimic/").path()).isEqualTo("/gimic/sign-in");
            assertThat(signIn(HOUSE.visitor(), old.address(), PASSWORD).status())
                    .isEqualTo(422);
        }
    }

    /** A wish that is being granted while the owner undoes leaves no link behind. */
    @Test
    void aWishMadeWhileTheOwnerUndoesIsNotGranted() {
        for (var round = 0; round < 5; round++) {
            var thief = Mover.at(HOUSE);
            var undo = thief.move();
            var account = HOUSE.bean(Accounts.class)
                    .findByEmail(GIMIC, address(thief.next()))
                    .orElseThrow();
            var owner = SECOND.visitor();
            var restore = owner.get(undo.getRawPath() + "?" + undo.getRawQuery());
            var ask = thief.visitor().get("/gimic/account/email");
            var further = freshMailbox();
            allAtOnce(List.<Callable<Seen>>of(
                    () -> owner.submit(restore, Map.of("sure", "sure")),
                    () -> thief.visitor().submit(ask, Map.of("email", further.address(), "current", PASSWORD))));
            assertThat(HOUSE.bean(AddressChanges.class).askedBy(GIMIC, account.id()))
                    .isEmpty();
        }
    }

    private static Visitor sameBrowser(Visitor visitor, House node) {
        var same = node.visitor();
        var store = same.cookies().getCookieStore();
        visitor.cookies().getCookieStore().getCookies().forEach(cookie -> store.add(HOUSE.address(), cookie));
        return same;
    }

    private static EmailAddress address(Mailbox mailbox) {
        return EmailAddress.parse(mailbox.address()).orElseThrow();
    }
}
