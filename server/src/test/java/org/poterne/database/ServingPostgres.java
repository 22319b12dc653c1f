package org.poterne.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;

/** A Poterne to be killed: starts PostgreSQL, says where it is, then tells each row once it is acknowledged. */
final class ServingPostgres {
    private ServingPostgres() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new EmbeddedPostgresSettings(
                Path.of(arguments[0]), Optional.of(Path.of(arguments[1])), System.err::println);
        try (var postgres = EmbeddedPostgres.start(settings);
                Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (id int primary key)");
            for (int id = 1; !Thread.currentThread().isInterrupted(); id++) {
                statement.execute("insert into acknowledged values (" + id + ")");
                System.out.println(id);
            }
        }
    }
}
