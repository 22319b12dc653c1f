package org.poterne.push;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.poterne.key.InstallationKey;
import org.poterne.push.PushOutcome.Delivered;
import org.poterne.push.PushOutcome.Gone;
import org.poterne.push.PushOutcome.Refused;
import org.poterne.push.PushOutcome.Unreachable;
import org.poterne.tenant.TenantId;
import org.springframework.stereotype.Component;

/** Hands one message to its service (RFC 8030 §5). Follows nobody elsewhere, waits for nobody long, reads little. */
@Component
final class PushDelivery {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 1 << 16;
    private static final int TOPIC_BYTES = 24; // 32 letters, RFC 8030 §5.4

    private final PushServices services;
    private final Vapid vapid;
    private final InstallationKey key;
    private final Clock clock;

    /** Made when the first message leaves: most houses send none for a while, and all of them start. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER) // a listed service could send us to an unlisted one
                .connectTimeout(TO_CONNECT)
                .build();
    }

    PushDelivery(PushServices services, Vapid vapid, InstallationKey key, Clock clock) {
        this.services = services;
        this.vapid = vapid;
        this.key = key;
        this.clock = clock;
    }

    /** Waits for the service, and where it asks for a pause, once for that; never beyond the message's life. */
    PushOutcome deliver(TenantId tenant, Subscription to, PushMessage message) throws InterruptedException {
        var first = ask(tenant, to, message);
        if (first.isEmpty() || !isPassing(first.get().statusCode())) {
            return outcome(first);
        }
        var pause = pause(first.get());
        if (pause.compareTo(LONGEST_PAUSE) > 0 || pause.compareTo(life(message)) >= 0) {
            return outcome(first);
        }
        Thread.sleep(pause);
        return outcome(ask(tenant, to, message));
    }

    private Optional<HttpResponse<Void>> ask(TenantId tenant, Subscription to, PushMessage message)
            throws InterruptedException {
        if (life(message).toSeconds() < 1 || !services.mayBeReached(to.endpoint())) {
            return Optional.empty();
        }
        var answer = Client.SHARED.sendAsync(
                request(tenant, to, message), BodyHandlers.limiting(BodyHandlers.discarding(), LARGEST_ANSWER));
        try {
            return Optional.of(answer.get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty(); // away, or not who it says it is
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest request(TenantId tenant, Subscription to, PushMessage message) {
        return HttpRequest.newBuilder(to.endpoint())
                .header("TTL", String.valueOf(life(message).toSeconds()))
                .header("Urgency", "high") // somebody waits before a screen
                .header("Topic", topic(tenant, message.about()))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", vapid.authorization(tenant, to.endpoint()))
                .POST(BodyPublishers.ofByteArray(MessageCipher.encrypt(message.id(), to)))
                .build();
    }

    private String topic(TenantId tenant, String about) {
        var digest = key.mac("push topic", tenant.value(), about);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, TOPIC_BYTES * 4 / 3);
    }

    private Duration life(PushMessage message) {
        return Duration.between(clock.instant(), message.until());
    }

    private static PushOutcome outcome(Optional<HttpResponse<Void>> answer) {
        return answer.<PushOutcome>map(response -> switch (response.statusCode()) {
                    case 200, 201, 202, 204 -> new Delivered();
                    case 404, 410 -> new Gone();
                    default -> new Refused(response.statusCode());
                })
                .orElseGet(Unreachable::new);
    }

    private static boolean isPassing(int status) {
        return status == 429 || status >= 500;
    }

    /** What the service asks for; a second when it asks for nothing, or for a date. */
    private static Duration pause(HttpResponse<Void> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.max(1, Long.parseLong(seconds))))
                .orElse(Duration.ofSeconds(1));
    }
}
