package org.poterne.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser sends is anybody's text: it decides neither whom the server speaks to nor with what key. */
class SubscriptionTests {

    private static final String KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final URI OPEN = URI.create("https://access.example.org");
    private static final URI TRIAL = URI.create("http://localhost:8080");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/c1KrmpTuRm:APA91b",
                "https://fcm.googleapis.com:443/wp/x",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
                "https://web.push.apple.com/QGuQyavXutnMH",
                "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d",
            })
    void theServicesOfTheBrowsersAreSpokenTo(String endpoint) {
        assertThat(isTaken(endpoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/wp/x",
                "https://169.254.169.254/latest/meta-data/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://localhost/",
                "https://localhost:8443/",
                "http://localhost:8080/",
                "https://fcm.googleapis.com:8443/",
                "https://fcm.googleapis.com:22/",
                "https://user@fcm.googleapis.com/",
                "https://fcm.googleapis.com@evil.example/",
                "https://fcm.googleapis.com:443@evil.example/",
                "https://fcm.googleapis.com.evil.example/",
                "https://evilfcm.googleapis.com/",
                "https://x.fcm.googleapis.com/",
                "https://notify.windows.com/",
                "https://evilnotify.windows.com/",
                "https://notify.windows.com.evil.example/",
                "https://.notify.windows.com/",
                "https://fcm.googleapis.com./",
                "https://fcm.googleapis.com%2eevil.example/",
                "https://fcm.googleapis.com\\@evil.example/",
                "https://evil.example/#fcm.googleapis.com",
                "https://fcm.googleapis.com/#x",
                "https://evil.example?fcm.googleapis.com",
                "https://ｆcm.googleapis.com/",
                "https://fcm.googleapis.com/ x",
                "https://fcm.googleapis.com/\r\nHost: evil.example",
                "https:fcm.googleapis.com",
                "//fcm.googleapis.com/",
                "file:///etc/passwd",
                "gopher://fcm.googleapis.com/",
                "",
            })
    void nobodyElseIsSpokenTo(String endpoint) {
        assertThat(isTaken(endpoint)).isFalse();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(isTaken("https://fcm.googleapis.com/" + "x".repeat(2048))).isFalse();
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveIsRefused() {
        var point = Base64.getUrlDecoder().decode(KEY);
        var beside = point.clone();
        beside[64] ^= 1;
        var compressed = new byte[33];
        compressed[0] = 2;
        var beyondTheField = new byte[65];
        Arrays.fill(beyondTheField, (byte) 0xff);
        beyondTheField[0] = 4;
        var origin = new byte[65];
        origin[0] = 4;
        for (var wrong : List.of(beside, compressed, beyondTheField, origin, new byte[0], new byte[64], new byte[66])) {
            assertThat(withKeys(encoded(wrong), AUTH)).isFalse();
        }
        assertThat(withKeys("not base64!", AUTH)).isFalse();
        assertThat(withKeys("A".repeat(100_000), AUTH)).isFalse();
        assertThat(withKeys(KEY, AUTH)).isTrue();
        assertThat(withKeys(KEY + "=", AUTH)).as("padded").isTrue();
    }

    @Test
    void aSecretOfAnotherLengthIsRefused() {
        for (var length : new int[] {0, 8, 15, 17, 32}) {
            assertThat(withKeys(KEY, encoded(new byte[length]))).isFalse();
        }
    }

    @Test
    void nothingOfItIsPrinted() {
        assertThat(Subscription.parse("https://fcm.googleapis.com/wp/secret", KEY, AUTH)
                        .orElseThrow())
                .hasToString("Subscription[redacted]");
    }

    @Test
    void whatIsKeptOfItMakesItAgain() {
        var first = Subscription.parse("https://fcm.googleapis.com/wp/x", KEY + "=", AUTH + "==")
                .orElseThrow();
        assertThat(first.p256dh()).isEqualTo(KEY);
        assertThat(first.auth()).isEqualTo(AUTH);
        assertThat(Subscription.parse(first.endpoint().toString(), first.p256dh(), first.auth()))
                .isPresent();
    }

    @Test
    void anOperatorNamesOthersBesideOrInTheirPlace() {
        var beside = settings(OPEN, "browsers", "push.example.org:8443", "*.push.example.net");
        assertThat(isListed(beside, "https://fcm.googleapis.com/x")).isTrue();
        assertThat(isListed(beside, "https://push.example.org:8443/x")).isTrue();
        assertThat(isListed(beside, "https://push.example.org/x")).isFalse();
        assertThat(isListed(beside, "https://a.push.example.net/x")).isTrue();
        assertThat(isListed(settings(OPEN, "push.example.org"), "https://fcm.googleapis.com/x"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.com",
                "https://push.example.org",
                "http://push.example.org",
                "127.0.0.1",
                "[::1]",
                "push.example.org/x",
                "push.example.org:0",
                "PUSH.example.org",
                "a@b.example"
            })
    void aLineThatIsNoServiceIsRefusedAtTheStart(String line) {
        assertThatThrownBy(() -> settings(OPEN, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("poterne.push.services: '" + line + "' ");
    }

    @Test
    void thisMachineIsNamedInATrialOnThisMachineOnly() {
        for (var line : List.of("http://localhost:8090", "localhost:8443", "push.localhost")) {
            assertThatThrownBy(() -> settings(OPEN, "browsers", line))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("poterne.push.services names this machine");
        }
        var trial = settings(TRIAL, "http://localhost:8090");
        assertThat(isListed(trial, "http://localhost:8090/push/x")).isTrue();
        assertThat(isListed(trial, "http://localhost:5432/push/x")).isFalse();
        assertThat(isListed(trial, "https://localhost:8090/push/x")).isFalse();
    }

    /** DNS rebinding: the name is listed, and what it points at today is a neighbour. */
    @Test
    void aListedNameThatPointsInwardsIsNotReached() throws UnknownHostException {
        var endpoint = URI.create("https://fcm.googleapis.com/x");
        var outside = InetAddress.getByName("142.250.74.234");
        var inside = InetAddress.getByName("10.0.0.1");
        assertThat(services(outside).mayBeReached(endpoint)).isTrue();
        assertThat(services(inside).mayBeReached(endpoint)).isFalse();
        assertThat(services(outside, inside).mayBeReached(endpoint))
                .as("one of two")
                .isFalse();
        var unknown = new PushServices(settings(OPEN, "browsers"), host -> {
            throw new UnknownHostException(host);
        });
        assertThat(unknown.mayBeReached(endpoint)).isFalse();
        assertThat(services(outside).mayBeReached(URI.create("https://evil.example/")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "142.250.74.234, true",
        "2607:f8b0:4007:818::200a, true",
        "64:ff9b::8.8.8.8, true",
        "64:ff9b::10.0.0.1, false",
        "0.0.0.0, false",
        "10.1.2.3, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "127.0.0.1, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.0.0.1, false",
        "192.0.2.1, false",
        "192.168.1.1, false",
        "198.18.0.1, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::, false",
        "::1, false",
        "::127.0.0.1, false",
        "::ffff:127.0.0.1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "ff02::1, false",
        "2001::1, false",
        "2001:db8::1, false",
        "2002:7f00:1::1, false",
        "3fff::1, false",
    })
    void theseAddressesAreOfTheInternet(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddresses.holds(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    private static boolean isTaken(String endpoint) {
        return Subscription.parse(endpoint, KEY, AUTH)
                .filter(parsed ->
                        isListed(settings(OPEN, "browsers"), parsed.endpoint().toString()))
                .isPresent();
    }

    private static boolean withKeys(String key, String auth) {
        return Subscription.parse("https://fcm.googleapis.com/wp/x", key, auth).isPresent();
    }

    private static boolean isListed(PushSettings settings, String endpoint) {
        return new PushServices(settings).isListed(URI.create(endpoint));
    }

    private static PushServices services(InetAddress... addresses) {
        return new PushServices(settings(OPEN, "browsers"), _ -> addresses);
    }

    private static PushSettings settings(URI baseUrl, String... services) {
        return new PushSettings(baseUrl, new PushSettings.Push(List.of(services)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
