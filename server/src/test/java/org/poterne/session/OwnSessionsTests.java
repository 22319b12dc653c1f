package org.poterne.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.poterne.account.AccountId;
import org.poterne.device.UserBrowser;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.session.SessionClosed.Which;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.poterne.throttle.ClientAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner sees the sessions that would open a page, and ends any of them; nobody ends somebody else's. */
class OwnSessionsTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId VOISINE = new TenantId("voisine");

    private final MovableClock clock = new MovableClock();
    private final JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
    private final Sessions sessions = new Sessions(jdbc, HOUSE.bean(Tenants.class), clock);
    private final List<Object> told = new ArrayList<>();
    private final OwnSessions own =
            new OwnSessions(jdbc, HOUSE.bean(Tenants.class), new Entries(jdbc, clock), told::add, clock);
    private final AccountId camille = HOUSE.account(HOUSE.person("gimic")).id();

    @Test
    void eachIsToldByItsBrowserItsAddressAndItsTimes() {
        var desk = open("Firefox/142.0 (X11; Linux x86_64)", "192.0.2.7");
        clock.forward(Duration.ofMinutes(10));
        open("Mozilla/5.0 (iPhone) Version/18.6 Safari/605.1.15", "2001:db8::7");
        clock.forward(Duration.ofMinutes(5));
        sessions.find(GIMIC, desk);

        var seen = own.of(GIMIC, camille);
        assertThat(seen)
                .extracting(session -> session.browser().program().shown() + " "
                        + session.browser().platform().shown() + " "
                        + session.from().shown())
                .as("the one last seen first")
                .containsExactly("Firefox Linux 192.0.2.7", "Safari iPhone 2001:db8::/64");
        assertThat(Duration.between(seen.getFirst().since(), seen.getFirst().seen()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
        assertThat(sessions.find(GIMIC, desk))
                .get()
                .extracting(SignedInPerson::session)
                .as("a request knows which of them is its own")
                .isEqualTo(seen.getFirst().handle());
    }

    @Test
    void oneThatWouldOpenNothingIsNotShown() {
        open("", "192.0.2.7");
        clock.forward(Duration.ofMinutes(31));
        assertThat(own.of(GIMIC, camille)).isEmpty();
    }

    @Test
    void oneIsEndedAndTheOthersStay() {
        var phone = open("", "192.0.2.7");
        var desk = open("", "192.0.2.8");
        own.end(GIMIC, camille, handle(phone));
        assertThat(sessions.find(GIMIC, phone)).isEmpty();
        assertThat(sessions.find(GIMIC, desk)).isPresent();
        assertThat(told).containsExactly(new SessionClosed(GIMIC, camille, Which.ONE));
        own.end(GIMIC, camille, handle(desk));
        assertThat(own.of(GIMIC, camille)).isEmpty();
    }

    @Test
    void allOthersAreEndedAndThisOneStays() {
        var phone = open("", "192.0.2.7");
        var desk = open("", "192.0.2.8");
        own.endOthers(GIMIC, camille, handle(desk));
        assertThat(told).containsExactly(new SessionClosed(GIMIC, camille, Which.ALL_OTHERS));
        assertThat(sessions.find(GIMIC, phone)).isEmpty();
        assertThat(sessions.find(GIMIC, desk)).isPresent();
    }

    @Test
    void aHandleOfAnotherAccountOrTenantEndsNothing() {
        var session = open("", "192.0.2.7");
        var stranger = HOUSE.account(HOUSE.person("gimic")).id();
        own.end(GIMIC, stranger, handle(session));
        own.end(VOISINE, camille, handle(session));
        own.endOthers(VOISINE, camille, SessionHandle.fresh());
        own.endOthers(GIMIC, stranger, SessionHandle.fresh());
        assertThat(sessions.find(GIMIC, session)).isPresent();
    }

    @Test
    void aHandleOpensNothingAndNoOtherTextIsOne() {
        var session = open("", "192.0.2.7");
        assertThat(SessionId.parse(handle(session).toString())).isEmpty();
        assertThat(SessionHandle.parse(handle(session).toString())).contains(handle(session));
        for (var text : List.of("", "1-1-1-1-1", "x", handle(session) + "\n", session.reveal())) {
            assertThat(SessionHandle.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void whatIsKeptOfAHeaderIsTwoWordsOfOurOwn() {
        open("Mozilla/5.0 (Linux; Android 10; SM-G991B Build/RP1A.200720.012) Chrome/140.0.7339.51", "192.0.2.7");
        assertThat(jdbc.sql("select row_to_json(session)::text from session where account_id = :id")
                        .param("id", camille.value())
                        .query(String.class)
                        .single())
                .contains("\"chrome android\"")
                .doesNotContain("Mozilla", "SM-G991B", "140.0"); // a digest may hold any three digits
    }

    private SessionId open(String userAgent, String address) {
        return sessions.open(
                GIMIC, camille, new SessionOrigin(ClientAddress.of(address), UserBrowser.parse(userAgent)));
    }

    private SessionHandle handle(SessionId session) {
        return sessions.find(GIMIC, session).orElseThrow().session();
    }
}
