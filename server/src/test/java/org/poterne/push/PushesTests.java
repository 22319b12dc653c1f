package org.poterne.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.poterne.house.Hands;
import org.poterne.house.House;
import org.poterne.house.MovableClock;
import org.poterne.house.PushStation;
import org.poterne.house.Subscriber;
import org.poterne.key.InstallationKey;
import org.poterne.push.PushOutcome.Delivered;
import org.poterne.push.PushOutcome.Gone;
import org.poterne.push.PushOutcome.Refused;
import org.poterne.push.PushOutcome.Unreachable;
import org.poterne.tenant.TenantId;
import org.poterne.tenant.Tenants;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages at a push service that checks its senders and lets its browsers read. */
@ExtendWith(OutputCaptureExtension.class)
class PushesTests {

    private static final House HOUSE = House.open();
    private static final TenantId GIMIC = new TenantId("gimic");
    private static final TenantId NEUTRE = new TenantId("neutre");

    private final PushStation station = PushStation.open();
    private final MovableClock clock = HOUSE.bean(MovableClock.class);
    private final CountDownLatch end = new CountDownLatch(1);
    private Pushes pushes = pushes(station.address());

    @BeforeEach
    void nothingIsWaiting() {
        pushes = pushes(station.address());
    }

    @AfterEach
    void stop() {
        end.countDown();
        pushes.stop();
        station.close();
    }

    @Test
    void aMessageIsDeliveredWithItsLifeAndReadByItsBrowserAlone() {
        var browser = browser();
        var id = UUID.randomUUID().toString();
        assertThat(send(browser, message(id, "account 1"))).isEqualTo(new Delivered());
        assertThat(station.pushed(browser)).singleElement().satisfies(pushed -> {
            assertThat(pushed.text()).isEqualTo(id);
            assertThat(pushed.headers())
                    .containsEntry("Urgency", "high")
                    .containsEntry("Content-Encoding", "aes128gcm");
            assertThat(Integer.parseInt(pushed.headers().getOrDefault("TTL", "0")))
                    .isBetween(110, 120);
            assertThat(pushed.headers().get("Topic")).matches("[A-Za-z0-9_-]{32}");
            assertThat(pushed.claims()).contains("\"aud\":\"" + station.address() + "\"", "\"sub\":\"mailto:");
        });
    }

    /** A later message takes the place of an earlier one, and the service learns nothing of what they are about. */
    @Test
    void theTopicIsOneForEachSubjectAndTenantAndTellsNothing() {
        var browser = browser();
        send(browser, message("one", "camille"));
        send(browser, message("two", "camille"));
        send(browser, message("three", "sacha"));
        sendAt(NEUTRE, browser, message("four", "camille"));
        var topics = station.pushed(browser).stream()
                .map(pushed -> pushed.headers().get("Topic"))
                .toList();
        assertThat(topics).hasSize(4);
        assertThat(topics.get(1)).isEqualTo(topics.get(0)).doesNotContain("camille");
        assertThat(topics.get(2)).isNotEqualTo(topics.get(0));
        assertThat(topics.get(3)).isNotEqualTo(topics.get(0));
    }

    /** PU-9: there is no place for words. */
    @ParameterizedTest
    @ValueSource(strings = {"", "41 ", "Camille Martin", "camille@example.org", "{\"number\":41}"})
    void aMessageCarriesAnOpaqueIdAndNothingElse(String text) {
        assertThatThrownBy(() -> message(text, "account")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrowserThatHasGoneIsSaidToBe() {
        var browser = browser();
        station.forget(browser);
        assertThat(send(browser, message("id", "account"))).isEqualTo(new Gone());
        var never = Subscription.parse(station.address() + "/push/none", browser.p256dh(), browser.auth())
                .orElseThrow();
        assertThat(sendTo(pushes, GIMIC, never, message("id", "account"))).isEqualTo(new Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whoIsBusyIsAskedOnceMore(int status) {
        var browser = browser();
        station.next(status, Map.of("Retry-After", "1"));
        assertThat(send(browser, message("id", "account"))).isEqualTo(new Delivered());
        assertThat(station.pushed(browser)).hasSize(1);
        station.next(status, Map.of());
        station.next(status, Map.of());
        assertThat(send(browser, message("id", "account"))).isEqualTo(new Refused(status));
    }

    @Test
    void whoAsksForAPauseBeyondTheMessagesLifeIsLeftAlone() {
        var browser = browser();
        station.next(429, Map.of("Retry-After", "20"));
        var brief = new PushMessage("id", "account", clock.instant().plusSeconds(10));
        assertThat(send(browser, brief)).isEqualTo(new Refused(429));
        assertThat(station.pushed(browser)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413})
    void aRefusalIsTakenAsOne(int status) {
        station.next(status, Map.of());
        assertThat(send(browser(), message("id", "account"))).isEqualTo(new Refused(status));
    }

    /** A listed service sends us on, to a neighbour. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void nobodyIsFollowedElsewhere(int status) {
        try (var neighbour = PushStation.open()) {
            var victim = neighbour.subscribe(pushes.publicKey());
            station.next(status, Map.of("Location", victim.endpoint()));
            neighbour.next(exchange -> {
                throw new AssertionError("reached");
            });
            assertThat(send(browser(), message("id", "account"))).isEqualTo(new Refused(status));
            assertThat(neighbour.pushed(victim)).isEmpty();
        }
    }

    @Test
    void aServiceThatIsNotListedAnyMoreIsNotReached() {
        try (var other = PushStation.open()) {
            var browser = other.subscribe(pushes.publicKey());
            assertThat(pushes.subscription(browser.endpoint(), browser.p256dh(), browser.auth()))
                    .isEmpty();
            var kept = Subscription.parse(browser.endpoint(), browser.p256dh(), browser.auth())
                    .orElseThrow();
            assertThat(sendTo(pushes, GIMIC, kept, message("id", "account"))).isEqualTo(new Unreachable());
            assertThat(other.pushed(browser)).isEmpty();
        }
    }

    @Test
    void aServiceThatIsAwayIsSaidToBeWithoutTheAddressOfTheBrowser(CapturedOutput log) {
        var browser = browser();
        station.close();
        assertThat(send(browser, message("id", "account"))).isEqualTo(new Unreachable());
        assertThat(log.getOut())
                .contains("localhost did not take a message of tenant gimic")
                .doesNotContain(browser.endpoint())
                .doesNotContain(browser.auth());
    }

    @Test
    void whatNobodyNeedsAnyMoreIsNotSent() {
        var browser = browser();
        var late = new PushMessage("id", "account", clock.instant().minusSeconds(1));
        assertThat(send(browser, late)).isEqualTo(new Unreachable());
        assertThat(station.pushed(browser)).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        station.next(exchange -> {
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write(new byte[1 << 20]);
            exchange.close();
        });
        assertThat(send(browser(), message("id", "account"))).isEqualTo(new Unreachable());
    }

    /** Whoever sends does not wait; and where too many wait, the next is told at once. */
    @Test
    void aServiceThatHangsHoldsNobodyUp() {
        var browser = browser();
        var told = new LinkedBlockingQueue<PushOutcome>();
        var subscription = subscription(browser);
        for (var number = 0; number < 32; number++) {
            station.next(_ -> waitForTheEnd());
        }
        for (var number = 0; number < 32 + 512; number++) {
            pushes.send(GIMIC, subscription, message("id", "account"), told::add);
        }
        assertThat(told).isEmpty();
        pushes.send(GIMIC, subscription, message("id", "account"), told::add);
        assertThat(told).containsExactly(new Unreachable());
    }

    @Test
    void manyAtOnceReachTheirOwnBrowsers() {
        var browsers = IntStream.range(0, 40).mapToObj(_ -> browser()).toList();
        var sent = Hands.allAtOnce(browsers.stream()
                .<Callable<PushOutcome>>map(browser -> () -> send(browser, message(id(browser), "account")))
                .toList());
        assertThat(sent).containsOnly(new Delivered());
        for (var browser : browsers) {
            assertThat(station.pushed(browser))
                    .singleElement()
                    .satisfies(pushed -> assertThat(pushed.text()).isEqualTo(id(browser)));
        }
    }

    @Test
    void theSenderSignsForTheServiceItSpeaksTo() throws GeneralSecurityException {
        var header = HOUSE.bean(Vapid.class).authorization(GIMIC, URI.create("https://fcm.googleapis.com:443/wp/x"));
        assertThat(header).matches("vapid t=[\\w-]+\\.[\\w-]+\\.[\\w-]+, k=" + pushes.publicKey());
        var parts =
                header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.", -1);
        assertThat(decoded(parts[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var twelveHours = clock.instant().plus(Duration.ofHours(12)).getEpochSecond();
        assertThat(decoded(parts[1]))
                .matches("\\{\"aud\":\"https://fcm.googleapis.com\",\"exp\":\\d{10},\"sub\":\"mailto:[^\"]+@[^\"]+\"}");
        assertThat(Long.parseLong(decoded(parts[1]).replaceAll(".*\"exp\":(\\d+).*", "$1")))
                .isBetween(twelveHours - 10, twelveHours);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(
                P256.point(Base64.getUrlDecoder().decode(pushes.publicKey())).orElseThrow());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    /** Who judges in these tests refuses what the great services refuse. */
    @Test
    void aMessageOfAnotherSenderOrForAnotherServiceIsRefused() {
        var stranger = station.subscribe("BElsewhere");
        assertThat(send(stranger, message("id", "account"))).isEqualTo(new Refused(403));
        try (var other = PushStation.open()) {
            var browser = browser();
            var stolen = HOUSE.bean(Vapid.class).authorization(GIMIC, URI.create(other.address() + "/push/x"));
            assertThat(HOUSE.visitor()
                            .send(HttpRequest.newBuilder(URI.create(browser.endpoint()))
                                    .header("Authorization", stolen)
                                    .header("TTL", "60")
                                    .POST(HttpRequest.BodyPublishers.noBody()))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void ofManyNodesThatStartAtOnceAllHaveOneKeyAndKeepIt() {
        var jdbc = HOUSE.bean(JdbcClient.class);
        var key = HOUSE.bean(InstallationKey.class);
        var before =
                jdbc.sql("select public_key, private_key from push_key").query().singleRow();
        jdbc.sql("delete from push_key").update();
        try {
            var keys = Hands.allAtOnce(IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(_ -> () -> started(jdbc, key))
                    .toList());
            assertThat(keys).hasSize(20).containsOnly(keys.getFirst()).doesNotContain(pushes.publicKey());
            assertThat(started(jdbc, key)).as("after another start").isEqualTo(keys.getFirst());
        } finally {
            jdbc.sql("update push_key set public_key = :public_key, private_key = :private_key")
                    .params(before)
                    .update();
        }
        assertThat(started(jdbc, key)).isEqualTo(pushes.publicKey());
    }

    @Test
    void thePrivateKeyIsSealed() {
        var pair = HOUSE.bean(PushKey.class).pair();
        var kept = HOUSE.bean(JdbcClient.class)
                .sql("select private_key from push_key")
                .query(byte[].class)
                .single();
        var scalar = ((ECPrivateKey) pair.getPrivate()).getS().toString(16);
        var plain = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(pair.getPrivate().getEncoded());
        assertThat(HexFormat.of().formatHex(kept)).doesNotContain(scalar);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(plain);
        assertThat(HOUSE.bean(InstallationKey.class).open("push key", pushes.publicKey(), kept))
                .hasValue(plain);
    }

    private static String started(JdbcClient jdbc, InstallationKey installation) {
        return new PushKey(jdbc, installation).applicationServerKey();
    }

    private Pushes pushes(String... services) {
        var settings = new PushSettings(URI.create("http://localhost:8080"), new PushSettings.Push(List.of(services)));
        var listed = new PushServices(settings);
        var key = HOUSE.bean(PushKey.class);
        var vapid = new Vapid(key, HOUSE.bean(Tenants.class), clock);
        return new Pushes(key, listed, new PushDelivery(listed, vapid, HOUSE.bean(InstallationKey.class), clock));
    }

    private Subscriber browser() {
        return station.subscribe(pushes.publicKey());
    }

    private Subscription subscription(Subscriber browser) {
        return pushes.subscription(browser.endpoint(), browser.p256dh(), browser.auth())
                .orElseThrow();
    }

    private PushMessage message(String id, String about) {
        return new PushMessage(id, about, clock.instant().plus(Duration.ofMinutes(2)));
    }

    private PushOutcome send(Subscriber browser, PushMessage message) {
        return sendAt(GIMIC, browser, message);
    }

    private PushOutcome sendAt(TenantId tenant, Subscriber browser, PushMessage message) {
        return sendTo(pushes, tenant, subscription(browser), message);
    }

    private static PushOutcome sendTo(Pushes pushes, TenantId tenant, Subscription to, PushMessage message) {
        var told = new CompletableFuture<PushOutcome>();
        pushes.send(tenant, to, message, told::complete);
        return told.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static String id(Subscriber browser) {
        return browser.endpoint().replaceFirst(".*/", "");
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
