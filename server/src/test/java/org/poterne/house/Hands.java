package org.poterne.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many hands that reach for one thing at the same moment. */
public final class Hands {

    private Hands() {}

    /** What came of each, in their order. */
    public static <T> List<T> allAtOnce(List<Callable<T>> acts) {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var answers = new ArrayList<Future<T>>();
            for (var act : acts) {
                answers.add(hands.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            return answers.stream().map(Hands::result).toList();
        }
    }

    /** What comes of this act when it runs into a transaction that has done that and ends only once somebody waits for it. */
    public static <T> T oneInTheWay(House house, Runnable done, Callable<T> act) {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = house.bean(TransactionTemplate.class).execute(_ -> {
                done.run();
                var own = house.bean(JdbcClient.class)
                        .sql("select pg_backend_pid()")
                        .query(Integer.class)
                        .single();
                var coming = hands.submit(act);
                Awaitility.await().until(() -> isWaitedFor(house, own));
                return coming;
            });
            return result(Objects.requireNonNull(answer));
        }
    }

    private static boolean isWaitedFor(House house, int backend) {
        return house.bean(JdbcClient.class)
                .sql("select exists (select from pg_stat_activity where :backend = any (pg_blocking_pids(pid)))")
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    private static <T> T result(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
