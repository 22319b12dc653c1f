package org.poterne.recovery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * What is done for somebody who does not wait for it: looking up whose devices to ask. It lives no longer than the two minutes of
 * a request, so that a node that ends loses nothing that asking again does not bring back.
 */
@Component
class AfterTheAnswer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(AfterTheAnswer.class);
    private static final int AT_ONCE = 8; // as many connections at most

    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    void run(Runnable work) {
        hands.execute(() -> {
            places.acquireUninterruptibly();
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("a request for approval could not be shown", e);
            } finally {
                places.release();
            }
        });
    }

    @Override
    public void destroy() {
        hands.close();
    }
}
