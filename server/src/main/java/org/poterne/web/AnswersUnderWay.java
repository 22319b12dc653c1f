package org.poterne.web;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Adapter;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The last answers of a server that stops. Spring's graceful shutdown waits for what is inside a servlet; an answer is
 * written when the servlet has been left, and Tomcat's end would cut it off there.
 */
@Component
final class AnswersUnderWay implements SmartLifecycle {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean running;

    @EventListener
    void begin(WebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer server) {
            for (var connector : server.getTomcat().getService().findConnectors()) {
                count(connector.getProtocolHandler());
            }
        }
    }

    private void count(ProtocolHandler protocol) {
        protocol.setAdapter(new Counting(protocol.getAdapter(), count));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        var start = System.nanoTime();
        while (count.get() > 0 && System.nanoTime() - start < LONGEST) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the graceful shutdown, before the end of Tomcat (1,024 below it). */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 512;
    }

    /** Every request, from its header as far as the last byte of its answer. */
    private record Counting(Adapter adapter, AtomicInteger count) implements Adapter {

        @Override
        public void service(Request request, Response response) throws Exception {
            count.incrementAndGet();
            try {
                adapter.service(request, response);
            } finally {
                count.decrementAndGet();
            }
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
