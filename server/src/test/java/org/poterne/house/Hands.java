package org.poterne.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    private static <T> T result(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
