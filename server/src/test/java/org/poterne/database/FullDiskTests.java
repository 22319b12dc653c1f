package org.poterne.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.poterne.house.House;
import org.poterne.house.Person;
import org.poterne.house.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL says that it has no room (SQLSTATE 53100), as it does when its disk is full; {@code ./poterne soak} fills a real one. */
class FullDiskTests {

    private static final House HOUSE = House.build().start();

    @Test
    void aFullDiskIsAnsweredKindlyLosesNothingAndIsOverWhenThereIsRoom() {
        var camille = HOUSE.person("gimic");
        var jdbc = HOUSE.bean(JdbcClient.class);
        jdbc.sql("""
                create function no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'could not extend file "base/16384/16385": No space left on device' using errcode = '53100';
                end $$
                """).update();
        jdbc.sql("create trigger full_disk before insert on letter for each row execute function no_room()")
                .update();
        jdbc.sql("create trigger full_disk before insert on scheduled_tasks for each row execute function no_room()")
                .update();
        var refused = ask(camille);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.body()).doesNotContain("Exception", "No space", "base/");
        camille.mailbox().isEmpty();

        jdbc.sql("drop trigger full_disk on letter").update();
        jdbc.sql("drop trigger full_disk on scheduled_tasks").update();
        assertThat(ask(camille).status()).isEqualTo(200);
        assertThat(camille.mailbox().next().link().toString()).contains("/gimic/recovery/open");
    }

    private static Seen ask(Person person) {
        var visitor = HOUSE.visitor();
        return visitor.submit(visitor.get("/gimic/recovery"), Map.of("email", person.email()));
    }
}
