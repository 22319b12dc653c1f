package org.poterne.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.poterne.rig.Address;
import org.poterne.rig.Blueprint;
import org.poterne.rig.Folders;
import org.poterne.rig.Node;
import org.poterne.rig.Postgres;
import org.poterne.rig.Sink;
import org.poterne.rig.Site;

/** A Poterne with people in it, set up for one run and gone after it. */
final class House implements AutoCloseable {

    private static final String HASH = "Argon2 is computed";

    private final Path folder;
    private final Contender contender;
    private final People people;
    private final Duration firstStart;

    private House(Path folder, Contender contender, People people, Duration firstStart) {
        this.folder = folder;
        this.contender = contender;
        this.people = people;
        this.firstStart = firstStart;
    }

    /** Brings people into a database whose tables are there. */
    interface Settling {
        void settle(Postgres postgres, String phc);
    }

    static House open(Terms terms, long people) {
        return open(terms, people, (postgres, phc) -> People.settle(postgres, people, phc));
    }

    static House open(Terms terms, long people, Settling settling) {
        var folder = Folders.fresh(terms.out());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> Folders.delete(folder)));
        var postgres = terms.database().open(folder.resolve("postgres"));
        var sink = Sink.open();
        var pepper = Pepper.write(folder);
        var node = Node.start(blueprint(terms, folder, postgres, sink));
        var firstStart = node.awaitPage();
        settling.settle(postgres, pepper.phc(People.PASSWORD));
        var settled = new People(people);
        var contender = new Contender("Poterne", node, postgres, sink, new PoterneDoor(settled, sink));
        return new House(folder, contender, settled, firstStart);
    }

    private static Blueprint blueprint(Terms terms, Path folder, Postgres postgres, Sink sink) {
        var tenants = Folders.tenant(folder.resolve("tenants"), "/bench-tenants", "bench");
        return new Site(terms.launch(), postgres, sink, folder, tenants)
                .node("poterne", Address.free(), PoterneDoor.SIGN_IN, Map.of());
    }

    Contender contender() {
        return contender;
    }

    /** Which hash the server has chosen, in the words of its log. */
    String hash() {
        return contender
                .node()
                .said()
                .lines()
                .filter(line -> line.contains(HASH))
                .map(line -> line.substring(line.indexOf(HASH)).replaceAll("\".*", ""))
                .findFirst()
                .orElse("The server has not said which hash it takes");
    }

    People people() {
        return people;
    }

    /** With an empty database. */
    Duration firstStart() {
        return firstStart;
    }

    @Override
    public void close() {
        contender.close();
        Folders.delete(folder);
    }
}
