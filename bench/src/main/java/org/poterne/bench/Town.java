package org.poterne.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.poterne.rig.Browser;
import org.poterne.rig.Load;
import org.poterne.rig.Outcome;
import org.poterne.rig.Range;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Wire;

/** A house with very many people, whom it meets in no order. */
final class Town implements AutoCloseable {

    static final List<String> TABLES = List.of("account", "password", "known_device", "audit_event");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW_PASSWORD = "une autre phrase que personne ne devine";

    /** What is timed: one answer each. */
    enum Task {
        SIGN_IN("sign-in"),
        REQUEST("recovery request"),
        REDEEM("redeeming the link"),
        WRONG("counting a wrong password");

        private final String words;

        Task(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final House house;
    private final long count;
    private final Duration loading;
    private final OpenForm door;
    private final OpenForm recovery;
    private final AtomicLong next = new AtomicLong();

    private Town(House house, long count, Duration loading) {
        this.house = house;
        this.count = count;
        this.loading = loading;
        this.door = OpenForm.at(house.contender().node().address(), PoterneDoor.SIGN_IN);
        this.recovery = OpenForm.at(house.contender().node().address(), PoterneDoor.RECOVERY);
    }

    static Town open(Terms terms, long count) {
        var took = new AtomicLong();
        var house = House.open(terms, count, (postgres, phc) -> {
            var begin = System.nanoTime();
            new Crowd(count, phc).load(postgres);
            took.set(System.nanoTime() - begin);
        });
        return new Town(house, count, Duration.ofNanos(took.get()));
    }

    String name() {
        return Range.figure((double) count);
    }

    Duration loading() {
        return loading;
    }

    void warmUp(Task task, int clients, Duration time) {
        new Load(house.contender().node().address(), clients).during(time, work(task));
    }

    Sample measure(Task task, int clients, Duration time) {
        return house.contender().measure(clients, time, work(task));
    }

    private Load.Work work(Task task) {
        return switch (task) {
            case SIGN_IN ->
                wire -> Outcome.of(door.send(wire, house.people().visitor(), PoterneDoor.signingIn(somebody())), 303);
            case REQUEST ->
                wire -> Outcome.of(recovery.send(wire, house.people().visitor(), Map.of("email", somebody())), 303);
            case WRONG ->
                wire -> Outcome.of(
                        door.send(wire, house.people().visitor(), Map.of("identifier", somebody(), "password", "faux")),
                        422);
            case REDEEM -> this::redeem;
        };
    }

    /** Anybody, all over the tables, with an even number. */
    private String somebody() {
        return People.address(random() & ~1L);
    }

    /** With an odd number: letters to one account are counted, and the others have had theirs. */
    private String forgetful() {
        return People.address(random() | 1L);
    }

    private long random() {
        return Long.remainderUnsigned(Crowd.mixed(next.getAndIncrement()), count);
    }

    /** Only the last step counts: link and new password together. */
    private Outcome redeem(Wire wire) throws IOException {
        var email = forgetful();
        house.contender().sink().drain(email); // what an earlier request left
        var visitor = new Browser(wire, house.people().visitor());
        visitor.submit(visitor.get(PoterneDoor.RECOVERY), Map.of("email", email));
        var letter = house.contender().sink().await(email, PATIENCE);
        if (letter.isEmpty()) {
            return new Outcome.Failed("no letter came");
        }
        var page = visitor.get(letter.get().link("/recovery/open"));
        var begin = System.nanoTime();
        var done = visitor.submitAndStay(page, Map.of("password", NEW_PASSWORD, "confirmation", NEW_PASSWORD));
        var took = System.nanoTime() - begin;
        return done.status() == 303 ? new Outcome.Timed(took) : new Outcome.Failed(done.toString());
    }

    /** On the disk, with indexes, for one account. */
    double bytes(List<String> tables) {
        var sum = tables.stream().map("pg_total_relation_size('%s')"::formatted).collect(Collectors.joining(" + "));
        try (var connection = house.contender().postgres().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select " + sum)) {
            row.next();
            return (double) row.getLong(1) / count;
        } catch (SQLException e) {
            throw new RigFailure("the tables could not be measured", e);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
