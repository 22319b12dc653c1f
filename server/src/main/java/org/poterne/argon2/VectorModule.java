package org.poterne.argon2;

/**
 * The JDK's incubating module of vectors, taken up once the server is open. Named on the command line ({@code
 * --add-modules}), it would keep the JVM from all that it has linked ahead: a quarter of a start (decision 25).
 */
final class VectorModule {

    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Whether its classes can be used from now on. Until then none that names one of them may be touched. */
    static boolean isThere() {
        return ModuleLayer.boot().findModule(NAME).isPresent() || isTakenUp();
    }

    /** As the JVM itself takes up a module that it needs later; its jar's manifest opens the door ({@code Add-Exports}). */
    private static boolean isTakenUp() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException _) {
            return false; // another JDK, or not started by its jar
        }
    }
}
