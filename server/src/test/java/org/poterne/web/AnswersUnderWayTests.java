package org.poterne.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class AnswersUnderWayTests {

    /** The servlet has been left, and the answer not yet written, when the server is told to stop. */
    @Test
    void anAnswerIsWrittenWholeByAServerThatStops() throws Exception {
        var server = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(SlowToWrite.class).run("--spring.main.banner-mode=off");
        try (var socket = new Socket(
                InetAddress.ofLiteral("127.0.0.1"),
                Objects.requireNonNull(server.getWebServer()).getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            server.getBean(CountDownLatch.class).await();
            server.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(AnswersUnderWay.class)
    static class SlowToWrite {

        @Bean
        CountDownLatch left() {
            return new CountDownLatch(1);
        }

        @Bean
        TomcatServletWebServerFactory tomcat(CountDownLatch left) {
            var factory = new TomcatServletWebServerFactory(0);
            factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
            factory.setShutdown(Shutdown.GRACEFUL);
            factory.addEngineValves(new Leaving(left));
            return factory;
        }
    }

    /** Stays between the servlet and the writing of its answer. */
    private static final class Leaving extends ValveBase {

        private final CountDownLatch left;

        Leaving(CountDownLatch left) {
            super(true);
            this.left = left;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException {
            response.setStatus(404);
            left.countDown();
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
