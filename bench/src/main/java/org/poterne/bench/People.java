package org.poterne.bench;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;

/** Accounts by the number, all with the same password: {@code person.17@example.org}. */
final class People {

    static final String PASSWORD = "une phrase que personne ne devine";

    private final long count;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong stranger = new AtomicLong();

    People(long count) {
        this.count = count;
    }

    /** Everybody's turn comes once before anybody's comes again. */
    String next() {
        return address(next.getAndIncrement() % count);
    }

    String stranger() {
        return "stranger." + stranger.getAndIncrement() + "@example.org";
    }

    static String address(long number) {
        return "person." + number + "@example.org";
    }

    /** Another one for each visit: budgets are counted by address. */
    String visitor() {
        var number = next.getAndIncrement();
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    /** @param phc of {@link #PASSWORD}, the same for all: no two of them are ever compared */
    static void settle(Postgres postgres, long count, String phc) {
        run(postgres, """
                insert into account (tenant_id, id, email, email_canonical, given_name, family_name, status, created_at, confirmed_at)
                select 'bench', gen_random_uuid(), address, address, 'Camille', 'Martin', 'active', now(), now()
                  from (select 'person.' || number || '@example.org' as address
                          from generate_series(0, %d) as number) as people
                """.formatted(count - 1));
        run(postgres, """
                insert into password (tenant_id, account_id, phc, replaced_at)
                select tenant_id, id, '%s', now() from account where tenant_id = 'bench'
                """.formatted(phc));
        run(postgres, "vacuum analyze"); // as autovacuum leaves them: who reads a row first writes its page
    }

    static void run(Postgres postgres, String sql) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new RigFailure("the database refused: " + sql, e);
        }
    }
}
