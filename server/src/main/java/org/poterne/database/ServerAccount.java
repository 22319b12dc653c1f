package org.poterne.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How PostgreSQL is run: it refuses to be root, and must not outlive us.
 *
 * <p>{@code setsid}: Ctrl-C in the terminal reaches Poterne alone, which ends its requests first.
 * {@code --pdeathsig}: when Poterne is killed, the kernel asks PostgreSQL to shut down; without it (macOS, BusyBox) the
 * next start stops the leftover.
 *
 * @param prefix what stands before the program
 * @param uid who owns the data folder, as seen from here
 */
record ServerAccount(String name, List<String> prefix, long uid) {
    private static final long NOBODY = 65534;
    private static final List<String> OWN_SESSION = List.of("setsid");
    private static final List<String> TIED = List.of("setpriv", "--pdeathsig=INT", "--no-new-privs");
    private static final List<String> AS_NOBODY =
            List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all");
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    static long ourUid() {
        return new UnixSystem().getUid();
    }

    /**
     * Best first. In a user namespace PostgreSQL has no capability and believes to be nobody, but the files it may touch
     * are still those of our own account: for root that is the last resort.
     */
    static List<ServerAccount> candidates() {
        long us = ourUid();
        List<ServerAccount> inNamespace = List.of(
                new ServerAccount("a user namespace", joined(List.of(OWN_SESSION, NAMESPACE, TIED)), us),
                new ServerAccount("a bare user namespace", NAMESPACE, us));
        List<ServerAccount> plain = us == 0
                ? List.of(new ServerAccount("nobody", joined(List.of(OWN_SESSION, TIED, AS_NOBODY)), NOBODY))
                : List.of(
                        new ServerAccount("this account", joined(List.of(OWN_SESSION, TIED)), us),
                        new ServerAccount("this account, untied", List.of(), us));
        return Stream.concat(plain.stream(), inNamespace.stream()).toList();
    }

    /**
     * Asks PostgreSQL its version under this account, from inside the folder: one question tells whether the account
     * exists, may pass through the folders above, and can run these binaries on this system.
     */
    ToolRun askVersion(Path folder, Path postgres) {
        String question = "cd \"$1\" && id -un >/dev/null && exec \"$2\" --version";
        List<String> shell = List.of("sh", "-c", question, "sh", folder.toString(), postgres.toString());
        try {
            return ToolRun.of(folder, joined(List.of(prefix, shell)), "");
        } catch (IOException missingProgram) {
            return new ToolRun(127, String.valueOf(missingProgram.getMessage()));
        }
    }

    List<String> command(Path program, List<String> arguments) {
        return joined(List.of(prefix, List.of(program.toString()), arguments));
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
