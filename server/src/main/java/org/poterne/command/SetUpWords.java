package org.poterne.command;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.poterne.tenant.Tenant;

/** What every set-up link is told with. */
final class SetUpWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private SetUpWords() {}

    static String day(Tenant tenant, Instant moment) {
        return DAY.format(moment.atZone(tenant.zone())) + " (" + tenant.zone() + ")";
    }

    /** A link of this machine is of no use to whoever is elsewhere. */
    static void hint(Tenant tenant, PrintStream out) {
        if ("localhost".equals(tenant.link("/").getHost())) {
            out.println("It begins with " + tenant.link("")
                    + ", the demo's usual address: set POTERNE_BASE_URL as for serve,"
                    + " or to http://localhost:PORT of your demo, and type the command again.");
        }
    }
}
