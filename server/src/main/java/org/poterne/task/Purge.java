package org.poterne.task;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * What a module forgets, every hour: a bean of type {@link Task} made here. Rows go by the batch, each in its own
 * transaction: ten million of them hold no lock for minutes, and what a killed node leaves is the next one's.
 */
public final class Purge {

    private static final int BATCH = 10_000;
    private static final Pattern DELETE = Pattern.compile("delete from (\\w+) where (.+)");

    private Purge() {}

    /**
     * @param name unique among all tasks: {@code purge-tokens}
     * @param forget deletes a {@link #batch} and says how many rows it were; asked again until there is none
     */
    public static Task<?> hourly(String name, IntSupplier forget) {
        return Tasks.recurring(name, FixedDelay.of(Duration.ofHours(1))).execute((_, _) -> toTheEnd(forget));
    }

    /**
     * The same statement for the first ten thousand rows alone. The condition is asked twice: a row that somebody renews
     * between the two is spared.
     *
     * @param delete {@code delete from session where ends_at <= :now}
     */
    public static String batch(String delete) {
        var parts = DELETE.matcher(delete);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no plain delete: " + delete);
        }
        return "delete from %1$s where (%2$s) and ctid = any (array(select ctid from %1$s where %2$s limit %3$d))"
                .formatted(parts.group(1), parts.group(2), BATCH);
    }

    private static void toTheEnd(IntSupplier forget) {
        var gone = 0;
        do {
            gone = forget.getAsInt();
        } while (gone > 0);
    }
}
