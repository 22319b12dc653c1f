package org.poterne.bench;

import java.time.Duration;
import org.poterne.rig.Load;
import org.poterne.rig.Node;
import org.poterne.rig.Pause;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Sink;

/** A server that is measured, with its own database and mail server, so that what each of them uses is its own. */
record Contender(String name, Node node, Postgres postgres, Sink sink, Door door) implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration QUIET = Duration.ofMillis(1_500); // longer than the courier's rounds are apart
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    Sample measure(int clients, Duration time, Load.Work work) {
        var server = node.usage().cpu();
        var database = postgres.cpu();
        var result = new Load(node.address(), clients).during(time, work);
        settle();
        return new Sample(
                result, node.usage().cpu().minus(server), postgres.cpu().minus(database));
    }

    /** Waits for the letters that are still owed: they are part of what a request costs. */
    private void settle() {
        var last = sink.received();
        var quiet = Duration.ZERO;
        for (var waited = Duration.ZERO; quiet.compareTo(QUIET) < 0; waited = waited.plus(GLANCE)) {
            if (waited.compareTo(PATIENCE) > 0) {
                throw new RigFailure(name + " still sends letters " + PATIENCE + " after the last was asked for");
            }
            Pause.of(GLANCE);
            var now = sink.received();
            quiet = now == last ? quiet.plus(GLANCE) : Duration.ZERO;
            last = now;
        }
    }

    @Override
    public void close() {
        node.close();
        postgres.close();
        sink.close();
    }
}
