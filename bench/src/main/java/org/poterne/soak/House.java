package org.poterne.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.poterne.rig.Address;
import org.poterne.rig.Blueprint;
import org.poterne.rig.Node;
import org.poterne.rig.Pause;
import org.poterne.rig.Site;

/** One node: its process, its cable, and whether the load balancer sends anybody. */
final class House implements AutoCloseable {

    private static final Duration A_LOOK = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Blueprint blueprint;
    private final Cable cable;
    private volatile Node node;
    private volatile boolean ready = true;
    private volatile boolean watched = true;

    private House(Blueprint blueprint, Cable cable, Node node) {
        this.blueprint = blueprint;
        this.cable = cable;
        this.node = node;
    }

    static House build(Site site, Address address, int number) {
        var url = site.postgres().url();
        var cable = Cable.to(Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1")));
        var settings = Street.settings(url.replaceFirst(":\\d+/", ":" + cable.port() + "/"));
        var blueprint = site.node("node-" + number, address, "/soak/sign-in", settings);
        var node = Node.start(blueprint);
        node.awaitPage();
        var house = new House(blueprint, cable, node);
        Thread.ofPlatform().daemon().name(blueprint.name()).start(house::watch);
        return house;
    }

    String name() {
        return blueprint.name();
    }

    Address address() {
        return blueprint.address();
    }

    Cable cable() {
        return cable;
    }

    boolean isReady() {
        return ready;
    }

    void kill() {
        node.kill();
    }

    /** Returns when it is open. */
    void startAgain() {
        node = Node.start(blueprint);
        node.awaitPage();
    }

    private void watch() {
        var question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + address().port() + "/actuator/health/readiness"))
                .timeout(PATIENCE)
                .build();
        while (watched) {
            try {
                ready = CLIENT.send(question, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException _) {
                ready = false;
            } catch (InterruptedException _) {
                return;
            }
            Pause.of(A_LOOK);
        }
    }

    @Override
    public void close() {
        watched = false;
        node.close();
        cable.close();
    }
}
