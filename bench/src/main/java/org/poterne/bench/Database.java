package org.poterne.bench;

import java.nio.file.Path;
import org.poterne.rig.Postgres;

/** The database that was named, or one of its own. */
sealed interface Database {

    Postgres open(Path folder);

    record Named(String url, String user, String password) implements Database {

        @Override
        public Postgres open(Path folder) {
            return Postgres.at(url, user, password);
        }
    }

    record Own() implements Database {

        @Override
        public Postgres open(Path folder) {
            return Postgres.embedded(folder);
        }
    }
}
