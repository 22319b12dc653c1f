package org.poterne.push;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.poterne.push.PushOutcome.Refused;
import org.poterne.push.PushOutcome.Unreachable;
import org.poterne.tenant.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Wakes devices. Nothing is kept: a message that a stopping server loses is one that the service might have lost as well,
 * and whoever opens the application finds what is pending (PU-13).
 */
@Component
public final class Pushes {

    private static final Logger log = LoggerFactory.getLogger(Pushes.class);

    private static final int AT_ONCE = 32;
    private static final int WAITING = 512;

    private final PushKey key;
    private final PushServices services;
    private final PushDelivery delivery;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("push-", 1).factory());

    Pushes(PushKey key, PushServices services, PushDelivery delivery) {
        this.key = key;
        this.services = services;
        this.delivery = delivery;
    }

    /** For {@code pushManager.subscribe({applicationServerKey})}: a point of P-256, base64url. The same for every tenant. */
    public String publicKey() {
        return key.applicationServerKey();
    }

    /** What a browser sent, when it is whole and of a service that is listed; nothing otherwise. */
    public Optional<Subscription> subscription(String endpoint, String p256dh, String auth) {
        return Subscription.parse(endpoint, p256dh, auth).filter(parsed -> services.isListed(parsed.endpoint()));
    }

    /**
     * Returns at once. Call it when what the device will ask for is committed.
     *
     * @param told what became of it: later and on another thread, or at once when too many wait already
     */
    public void send(TenantId tenant, Subscription to, PushMessage message, Consumer<PushOutcome> told) {
        try {
            threads.execute(() -> deliver(tenant, to, message, told));
        } catch (RejectedExecutionException _) {
            told.accept(new Unreachable()); // rather none than one that is late
        }
    }

    private void deliver(TenantId tenant, Subscription to, PushMessage message, Consumer<PushOutcome> told) {
        try {
            var outcome = delivery.deliver(tenant, to, message);
            if (outcome instanceof Refused || outcome instanceof Unreachable) {
                log.warn(
                        "{} did not take a message of tenant {}: {}",
                        to.endpoint().getHost(),
                        tenant,
                        outcome);
            }
            told.accept(outcome);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("a message of tenant {} failed", tenant, failure);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
