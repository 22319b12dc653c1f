package org.poterne.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.poterne.house.PushStation;
import org.poterne.house.Subscriber;

/** The vectors of the RFCs, and what must hold of every message. */
class MessageCipherTests {

    private static final String RECEIVER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SENT =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                    + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
    private static final String TEXT = "When I grow up, I want to be a watermelon";

    /** RFC 8291 §5 and appendix A, byte for byte. */
    @Test
    void theExampleOfTheStandardIsMadeByteForByte() throws GeneralSecurityException {
        var sender = pair(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        var subscription = Subscription.parse(
                        "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV", RECEIVER, AUTH)
                .orElseThrow();
        var plain = TEXT.getBytes(StandardCharsets.UTF_8);
        var padded = Arrays.copyOf(plain, plain.length + 1);
        padded[plain.length] = 2;
        assertThat(MessageCipher.encrypt(padded, subscription, sender, bytes("DGv6ra1nlYgDCS1FRnbzlw")))
                .isEqualTo(bytes(SENT));
    }

    /** Whoever judges our messages in these tests has to read the standards' own first. */
    @Test
    void theReaderOfTheTestsReadsTheExamplesOfBothStandards() throws GeneralSecurityException {
        var browser = new Subscriber(
                URI.create("https://push.example.net/"),
                pair(RECEIVER, "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
                bytes(AUTH));
        assertThat(browser.read(bytes(SENT))).isEqualTo(TEXT);
        assertThat(Subscriber.open(
                        bytes("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg"),
                        bytes("yqdlZ-tYemfogSmv7Ws5PQ")))
                .as("RFC 8188 §3.1")
                .isEqualTo("I am the walrus");
    }

    @Test
    void everyMessageIsReadByItsBrowserAndIsAsLongAsTheNext() throws GeneralSecurityException {
        try (var station = PushStation.open()) {
            var seen = new HashSet<String>();
            for (var round = 0; round < 200; round++) {
                var browser = station.subscribe("");
                var text = UUID.randomUUID().toString().substring(0, round % 37);
                var body = MessageCipher.encrypt(text, subscription(browser));
                assertThat(browser.read(body)).isEqualTo(text);
                assertThat(body).hasSize(86 + MessageCipher.PADDED + 16);
                assertThat(seen.add(HexFormat.of().formatHex(body, 0, 86)))
                        .as("salt and key anew")
                        .isTrue();
            }
        }
    }

    @Test
    void nobodyElseReadsItAndNothingOfItCanBeTouched() throws GeneralSecurityException {
        try (var station = PushStation.open()) {
            var browser = station.subscribe("");
            var body = MessageCipher.encrypt("a", subscription(browser));
            assertThatThrownBy(() -> station.subscribe("").read(body)).isInstanceOf(GeneralSecurityException.class);
            for (var at : new int[] {0, 15, 90, body.length - 1}) {
                var touched = body.clone();
                touched[at] ^= 1;
                assertThatThrownBy(() -> browser.read(touched)).isInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    private static Subscription subscription(Subscriber browser) {
        return Subscription.parse(browser.endpoint(), browser.p256dh(), browser.auth())
                .orElseThrow();
    }

    private static KeyPair pair(String point, String scalar) throws GeneralSecurityException {
        var key = P256.point(bytes(point)).orElseThrow();
        var secret = new ECPrivateKeySpec(new BigInteger(1, bytes(scalar)), key.getParams());
        return new KeyPair(key, KeyFactory.getInstance("EC").generatePrivate(secret));
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
