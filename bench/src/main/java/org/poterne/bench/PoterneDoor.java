package org.poterne.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.poterne.rig.Answer;
import org.poterne.rig.Browser;
import org.poterne.rig.Letter;
import org.poterne.rig.Outcome;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Sink;
import org.poterne.rig.Wire;

/** The measured tenant's door. */
record PoterneDoor(People people, Sink sink) implements Door {

    static final String SIGN_IN = "/bench/sign-in";
    static final String RECOVERY = "/bench/recovery";
    static final String SIGN_UP = "/bench/sign-up";
    static final String RESEND = "/bench/confirm/resend";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW_PASSWORD = "une autre phrase que personne ne devine";

    @Override
    public Outcome page(Wire wire) throws IOException {
        return Outcome.of(visitor(wire).get(SIGN_IN), 200);
    }

    @Override
    public Outcome signIn(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var page = visitor.get(SIGN_IN);
        return page.status() == 200
                ? Outcome.of(visitor.submitAndStay(page, signingIn(people.next())), 303)
                : Outcome.of(page, 200);
    }

    static Map<String, String> signingIn(String email) {
        return Map.of("identifier", email, "password", People.PASSWORD);
    }

    @Override
    public Outcome askKnown(Wire wire) throws IOException {
        return Outcome.of(ask(visitor(wire), people.next()), 200);
    }

    @Override
    public Outcome askUnknown(Wire wire) throws IOException {
        return Outcome.of(ask(visitor(wire), people.stranger()), 200);
    }

    private static Answer ask(Browser visitor, String email) throws IOException {
        return visitor.submit(visitor.get(RECOVERY), Map.of("email", email));
    }

    @Override
    public Outcome reset(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var email = people.next();
        sink.drain(email); // what an earlier request left
        visitor.get(SIGN_IN);
        ask(visitor, email);
        var page = visitor.get(letter(email).link("/recovery/open"));
        var done = visitor.submit(page, Map.of("password", NEW_PASSWORD, "confirmation", NEW_PASSWORD));
        return done.path().contains("password-reset") ? Outcome.of(done, 200) : new Outcome.Failed(done.toString());
    }

    @Override
    public Outcome signUp(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var email = people.stranger();
        visitor.submit(visitor.get(SIGN_UP), signingUp(email));
        var page = visitor.get(letter(email).link("/confirm/open"));
        var done = visitor.submit(page, Map.of("pressed", "yes"));
        return done.path().contains("registration.confirmed")
                ? Outcome.of(done, 200)
                : new Outcome.Failed(done.toString());
    }

    static Map<String, String> signingUp(String email) {
        return Map.of("given-name", "Camille", "family-name", "Martin", "email", email, "password", NEW_PASSWORD);
    }

    private Letter letter(String email) {
        return sink.await(email, PATIENCE).orElseThrow(() -> new RigFailure("no letter came to " + email));
    }

    private Browser visitor(Wire wire) {
        return new Browser(wire, people.visitor());
    }
}
