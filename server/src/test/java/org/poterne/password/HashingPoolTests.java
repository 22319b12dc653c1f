package org.poterne.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.poterne.account.Accounts;
import org.poterne.account.EmailAddress;
import org.poterne.argon2.PlainArgon2;
import org.poterne.house.House;
import org.poterne.tenant.TenantId;

/** Hashing is bounded, and the pages do not wait for it. */
class HashingPoolTests {

    private static final int FLOOD = 64;
    private static final int PATIENCE = 20; // seconds, before a refusal that does not come is a fault
    private static final TenantId GIMIC = new TenantId("gimic");

    @Test
    void aFullQueueIsToldAtOnceAndWhatWaitsIsDone() throws InterruptedException, ExecutionException {
        var pool = new HashingPool(PlainArgon2.get());
        var places = Runtime.getRuntime().availableProcessors() + HashingPool.QUEUE;
        var held = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<String>>();
            for (var person = 0; person < places; person++) {
                waiting.add(people.submit(() -> pool.run(() -> {
                    held.await();
                    return Thread.currentThread().getName();
                })));
            }
            try {
                Awaitility.await().until(() -> pool.accepted() == places);
                var late = people.submit(() -> pool.run(() -> "one too many"));
                assertThatThrownBy(() -> late.get(PATIENCE, TimeUnit.SECONDS)).hasCauseInstanceOf(HashingBusy.class);
                assertThat(waiting).noneMatch(Future::isDone);
            } finally {
                held.countDown(); // before the people are waited for
            }
            for (var hash : waiting) {
                assertThat(hash.get()).startsWith("hashing-");
            }
            assertThat(pool.run(() -> "room again")).isEqualTo("room again");
        } finally {
            pool.stop();
        }
    }

    @Test
    void whatGoesWrongInsideIsAFailureAndTakesNoPlaceForEver() {
        var pool = new HashingPool(PlainArgon2.get());
        for (var time = 0; time < 2 * HashingPool.QUEUE; time++) {
            assertThatThrownBy(() -> pool.run(() -> {
                        throw new java.io.IOException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("broken");
        }
        pool.stop();
    }

    /** The order of events, not milliseconds: on the request's own threads the page came last (docs/decisions/0003). */
    @Test
    void theSignInPageStaysQuickWhile64SignInsHash() throws InterruptedException, ExecutionException {
        try (var house = House.build().withHeavyHashes().start()) {
            stayQuick(house);
        }
    }

    private static void stayQuick(House house) throws InterruptedException, ExecutionException {
        var hashed = house.bean(Passwords.class).hash(new RawPassword("sésame ouvre-toi"));
        var answered = new AtomicInteger();
        var knocking = new CountDownLatch(FLOOD);
        var signIns = new ArrayList<Future<String>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 1; number <= FLOOD; number++) {
                var person = house.person("gimic");
                var account = house.bean(Accounts.class)
                        .findByEmail(GIMIC, EmailAddress.parse(person.email()).orElseThrow())
                        .orElseThrow();
                house.bean(Passwords.class).replace(GIMIC, account.id(), hashed);
                var visitor = house.visitor().from("127.0.1." + number);
                var form = new LinkedHashMap<String, String>();
                visitor.get("/gimic/sign-in")
                        .form()
                        .select("input[name]")
                        .forEach(input -> form.put(input.attr("name"), input.attr("value")));
                form.put("identifier", person.email());
                form.put("password", "sésame ouvre-toi");
                signIns.add(people.submit(() -> {
                    knocking.countDown();
                    knocking.await();
                    var seen = visitor.postAndStay("/gimic/sign-in", form);
                    answered.incrementAndGet();
                    return seen.status() + " " + seen.header("Location");
                }));
            }
            knocking.await();
            var before = house.bean(HashingPool.class).accepted();
            Awaitility.await()
                    .pollInterval(java.time.Duration.ofMillis(1))
                    .until(() -> house.bean(HashingPool.class).accepted() > before || answered.get() > 0);
            var page = house.visitor().from("127.0.1.100").get("/gimic/sign-in");
            assertThat(answered.get()).as("sign-ins answered before the page").isLessThan(FLOOD / 2);
            assertThat(page.status()).isEqualTo(200);
            for (var signIn : signIns) {
                assertThat(signIn.get()).matches("30[23] .*/gimic/");
            }
        }
    }
}
