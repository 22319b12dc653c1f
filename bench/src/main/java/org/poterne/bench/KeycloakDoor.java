package org.poterne.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.poterne.rig.Address;
import org.poterne.rig.Answer;
import org.poterne.rig.Browser;
import org.poterne.rig.Letter;
import org.poterne.rig.Outcome;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Sink;
import org.poterne.rig.Wire;

/** The same journeys at a Keycloak: as an application sends people there, and until they are sent back. */
record KeycloakDoor(People people, Sink sink) implements Door {

    private static final String QUERY =
            "?client_id=bench&response_type=code&scope=openid&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fcb";
    private static final String SIGN_IN = "/realms/bench/protocol/openid-connect/auth" + QUERY;
    private static final String SIGN_UP = "/realms/bench/protocol/openid-connect/registrations" + QUERY;
    private static final String RECOVERY = "/realms/bench/login-actions/reset-credentials?client_id=bench";
    private static final String BACK = "http://localhost:9/cb";
    private static final String ACTION = "/login-actions/action-token";
    private static final Pattern PROCEED = Pattern.compile("href=\"([^\"]*" + ACTION + "[^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW_PASSWORD = "une autre phrase que personne ne devine";

    /** What is there before any realm of ours: where a fresh install lets its administrator in. */
    static String first(Address address) {
        return "/realms/master/protocol/openid-connect/auth?client_id=security-admin-console&response_type=code&scope=openid"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&redirect_uri="
                + URLEncoder.encode(address.url() + "/admin/master/console/", StandardCharsets.UTF_8);
    }

    @Override
    public Outcome page(Wire wire) throws IOException {
        return Outcome.of(visitor(wire).get(SIGN_IN), 200);
    }

    @Override
    public Outcome signIn(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var typed = Map.of("username", people.next(), "password", People.PASSWORD);
        return back(visitor.submit(visitor.get(SIGN_IN), typed));
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
        return visitor.submit(visitor.get(RECOVERY), Map.of("username", email));
    }

    @Override
    public Outcome reset(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var email = people.next();
        sink.drain(email); // what an earlier request left
        visitor.get(SIGN_IN);
        ask(visitor, email);
        var page = proceeded(visitor, visitor.get(letter(email).link(ACTION)));
        var done = visitor.submit(page, newPassword());
        return done.status() == 200 && !done.body().contains("password-new") ? new Outcome.Good() : back(done);
    }

    @Override
    public Outcome signUp(Wire wire) throws IOException {
        var visitor = visitor(wire);
        var email = people.stranger();
        var typed = Map.of("firstName", "Camille", "lastName", "Martin", "email", email);
        visitor.submit(visitor.get(SIGN_UP), typed);
        var page = proceeded(visitor, visitor.get(letter(email).link(ACTION)));
        return back(visitor.submit(page, newPassword()));
    }

    /** It asks for a password when the address is confirmed, not before. */
    private static Map<String, String> newPassword() {
        return Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD);
    }

    /** Where it asks once more before it does what the letter's link is for. */
    private static Answer proceeded(Browser visitor, Answer page) throws IOException {
        var link = PROCEED.matcher(page.body());
        return link.find() ? visitor.get(link.group(1).replace("&amp;", "&")) : page;
    }

    /** To the application: with the code that lets somebody in. */
    private static Outcome back(Answer answer) {
        return answer.header("location").startsWith(BACK)
                ? new Outcome.Good()
                : new Outcome.Failed(answer + " " + answer.header("location"));
    }

    private Letter letter(String email) {
        return sink.await(email, PATIENCE).orElseThrow(() -> new RigFailure("no letter came to " + email));
    }

    private Browser visitor(Wire wire) {
        return new Browser(wire, people.visitor());
    }
}
