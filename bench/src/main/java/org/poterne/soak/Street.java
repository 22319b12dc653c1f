package org.poterne.soak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.poterne.rig.Address;
import org.poterne.rig.Folders;
import org.poterne.rig.Launch;
import org.poterne.rig.Postgres;
import org.poterne.rig.Sink;
import org.poterne.rig.Site;

/** Where it happens: nodes on one database and one mail server, each of which can be broken. */
final class Street implements AutoCloseable {

    /** What people type: one name for all nodes, as behind a load balancer; plain http is accepted of this one alone. */
    private static final String HOST = "localhost";

    private final Disk disk;
    private final Postgres postgres;
    private final Sink sink;
    private final List<House> houses;
    private final Crowd crowd = new Crowd();
    private final AtomicInteger turn = new AtomicInteger();

    private Street(Disk disk, Postgres postgres, Sink sink, List<House> houses) {
        this.disk = disk;
        this.postgres = postgres;
        this.sink = sink;
        this.houses = houses;
    }

    /** @param tenants with the tenant {@code soak} */
    static Street open(Launch launch, Path folder, Path tenants, int nodes) {
        var disk = Disk.in(disk(folder));
        var postgres = Postgres.embedded(disk.folder().resolve("postgres"));
        var sink = Sink.open();
        var site = new Site(launch, postgres, sink, folder, tenants);
        var houses = new ArrayList<House>();
        try {
            houses.add(House.build(site, address(), 1)); // the first makes tables and keys, alone
            IntStream.rangeClosed(2, nodes)
                    .mapToObj(number -> House.build(site, address(), number))
                    .forEach(houses::add);
        } catch (RuntimeException e) {
            new Street(disk, postgres, sink, houses).close();
            throw e;
        }
        return new Street(disk, postgres, sink, houses);
    }

    /** When a run is broken off: the file system that was mounted, then all files. */
    static void sweep(Path folder) {
        Disk.release(disk(folder));
        Folders.delete(folder);
    }

    private static Path disk(Path folder) {
        return folder.resolve("disk");
    }

    private static Address address() {
        return new Address(Address.free().port(), HOST);
    }

    Disk disk() {
        return disk;
    }

    Postgres postgres() {
        return postgres;
    }

    Sink sink() {
        return sink;
    }

    Crowd crowd() {
        return crowd;
    }

    House house(int number) {
        return houses.get(Math.floorMod(number, houses.size()));
    }

    List<House> houses() {
        return houses;
    }

    /** As a load balancer sends: by turns to the nodes that say they are ready; when none does, to any. */
    Address anywhere() {
        var ready = houses.stream().filter(House::isReady).toList();
        var choice = ready.isEmpty() ? houses : ready;
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size())).address();
    }

    @Override
    public void close() {
        houses.forEach(House::close);
        sink.close();
        postgres.close();
        disk.close();
    }

    /** @param database as a node reaches it */
    static Map<String, String> settings(String database) {
        return Map.of(
                "POTERNE_BASE_URL",
                "http://" + HOST,
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", // three nodes share fifty connections
                "12",
                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_TIMEOUT", // a mail server that hangs is left before its fault ends
                "4000");
    }
}
