package org.poterne.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.poterne.rig.Pause;
import org.poterne.rig.RigFailure;
import org.poterne.rig.Sink.Mood;

/** What is done to the street, and how it is undone. */
enum Fault {
    NODE_KILLED("a node is killed (SIGKILL) and started again") {
        @Override
        void strike(Street street, int draw) {
            street.house(draw).kill();
        }

        @Override
        void mend(Street street, int draw) {
            street.house(draw).startAgain();
        }
    },

    /** It waits for its clients then, who stay; a moment later it is told to send them away. */
    POSTGRES_ENDED("PostgreSQL is ended (SIGTERM, then SIGINT)") {
        @Override
        void strike(Street street, int draw) {
            var postmaster = street.postgres().postmaster();
            signal("TERM", postmaster);
            Pause.of(Duration.ofSeconds(2));
            signal("INT", postmaster);
        }
    },

    POSTGRES_KILLED("PostgreSQL is killed (SIGKILL)") {
        @Override
        void strike(Street street, int draw) {
            signal("KILL", street.postgres().postmaster());
        }
    },

    CONNECTIONS_CUT("all connections to the database are cut, none can be made") {
        @Override
        void strike(Street street, int draw) {
            street.houses().forEach(house -> house.cable().pullOut());
        }

        @Override
        void mend(Street street, int draw) {
            street.houses().forEach(house -> house.cable().putBack());
        }
    },

    ONE_NODE_CUT("one node is cut off from the database") {
        @Override
        void strike(Street street, int draw) {
            street.house(draw).cable().pullOut();
        }

        @Override
        void mend(Street street, int draw) {
            street.house(draw).cable().putBack();
        }
    },

    MAIL_LATER("the mail server answers 451") {
        @Override
        void strike(Street street, int draw) {
            street.sink().be(new Mood.Refuses(451));
        }
    },

    MAIL_NEVER("the mail server answers 550") {
        @Override
        void strike(Street street, int draw) {
            street.sink().be(new Mood.Refuses(550));
        }
    },

    MAIL_HANGS("the mail server says nothing more") {
        @Override
        void strike(Street street, int draw) {
            street.sink().be(new Mood.Hangs());
        }
    },

    MAIL_DROPS("the mail server goes away in mid-letter") {
        @Override
        void strike(Street street, int draw) {
            street.sink().be(new Mood.Drops());
        }
    },

    MAIL_KEEPS_AND_DROPS("the mail server keeps the letter and goes away before it says so") {
        @Override
        void strike(Street street, int draw) {
            street.sink().be(new Mood.KeepsAndDrops());
        }
    },

    DISK_FULL("the database's disk is full") {
        @Override
        boolean isPossible(Street street) {
            return street.disk().canBeFilled();
        }

        @Override
        void strike(Street street, int draw) {
            street.disk().fill();
        }

        @Override
        void mend(Street street, int draw) {
            street.disk().empty();
        }
    },

    SLOW_CLIENTS("1,000 clients send half a request to each node") {
        @Override
        void strike(Street street, int draw) {
            street.crowd().gather(street.houses());
        }

        @Override
        void mend(Street street, int draw) {
            street.crowd().disperse();
        }
    };

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isPossible(Street street) {
        return true;
    }

    /** @param draw which node, where one is meant: any number */
    abstract void strike(Street street, int draw);

    /** Everything that does not come back by itself; a mail server takes letters again after any fault. */
    void mend(Street street, int draw) {
        street.sink().be(new Mood.Takes());
    }

    private static void signal(String name, long process) {
        if (process <= 0) {
            throw new RigFailure("no such process: " + process); // kill(1) would take a whole group
        }
        try {
            new ProcessBuilder(List.of("kill", "-s", name, String.valueOf(process)))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
