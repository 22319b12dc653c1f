package org.poterne.password;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a thread gives way to the others of this machine. Java's own priorities are ignored by Linux; there setpriority(2)
 * of a thread's own number changes that thread alone, and lowering needs no right. Elsewhere it would lower the process.
 */
final class Niceness {

    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);
    private static final int PRIO_PROCESS = 0;
    private static final int CALLER = 0;
    private static final int NICE = 5; // a third of a page's share, measured: docs/decisions/0003

    private Niceness() {}

    /** Where it cannot be had, hashing is as before: slower pages while many sign in, and nothing worse. */
    @SuppressWarnings("restricted") // granted by ./poterne: --enable-native-access
    static void yieldToOthers() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            var linker = Linker.nativeLinker();
            var number = ValueLayout.JAVA_INT;
            var setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(number, number, number, number));
            var _ = (int) setPriority.invokeExact(PRIO_PROCESS, CALLER, NICE);
        } catch (Throwable e) { // invokeExact throws what it calls
            LOG.debug("hashing keeps its priority", e);
        }
    }
}
