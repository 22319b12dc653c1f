package org.poterne.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.poterne.rig.Browser;
import org.poterne.rig.Load;
import org.poterne.rig.Outcome;
import org.poterne.rig.Wire;

/**
 * So many people signing in at once, each with the form already open: what is measured is the answer to it. Meanwhile one more
 * opens the page, twenty times a second.
 */
final class SigningIn {

    private static final Duration BETWEEN_PAGES = Duration.ofMillis(50);

    private final House house;
    private final OpenForm form;

    SigningIn(House house) {
        this.house = house;
        this.form = OpenForm.at(house.contender().node().address(), PoterneDoor.SIGN_IN);
    }

    Signing measure(int clients, Duration time) {
        try (var hand = Executors.newVirtualThreadPerTaskExecutor()) {
            var address = house.contender().node().address();
            var pages = CompletableFuture.supplyAsync(
                    () -> new Load(address, 1, BETWEEN_PAGES).during(time, SigningIn::page), hand);
            var signIn = house.contender().measure(clients, time, this::signIn);
            return new Signing(signIn, pages.join());
        }
    }

    private Outcome signIn(Wire wire) throws IOException {
        var people = house.people();
        return Outcome.of(form.send(wire, people.visitor(), PoterneDoor.signingIn(people.next())), 303);
    }

    private static Outcome page(Wire wire) throws IOException {
        return Outcome.of(new Browser(wire).get(PoterneDoor.SIGN_IN), 200);
    }
}
