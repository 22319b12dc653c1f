package org.poterne.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A start that cannot be: said at a terminal, in words, with the remedy, and nothing left running. The earliest refusal and
 * the latest are those of a real process; the others are the same in this one.
 */
class StartRefusedTests {

    /** The database is made there once. */
    @TempDir
    static Path shared = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Map<String, String> settings = Map.of();

    @BeforeEach
    void goodSettings() {
        settings = ChildPoterne.good(shared.resolve("data"));
    }

    @Test
    void withoutAddressMailServerOrSenderAllThreeAreAskedForAtOnce() {
        settings.keySet().removeAll(java.util.List.of("POTERNE_BASE_URL", "SPRING_MAIL_HOST", "POTERNE_MAIL_FROM"));
        assertThat(refusalOfAProcess("serve"))
                .contains("POTERNE_BASE_URL is missing. Write the address people use")
                .contains("SPRING_MAIL_HOST is missing. Name the SMTP server")
                .contains("POTERNE_MAIL_FROM is missing.");
    }

    @Test
    void anAddressInClearIsRefused() {
        settings.put("POTERNE_BASE_URL", "http://access.example.org");
        assertThat(refusal("serve")).contains("POTERNE_BASE_URL is 'http://access.example.org'", "https://");
    }

    @Test
    void aSenderThatIsNoAddressIsNamed() {
        settings.put("POTERNE_MAIL_FROM", "nobody");
        assertThat(refusal("serve")).contains("poterne.mail", "is not an e-mail address", "nobody");
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        settings.put("SPRING_MAIL_PORT", "smtp");
        assertThat(refusal("serve")).contains("spring.mail.port", "smtp");
    }

    @Test
    void aTenantFileIsRefusedWithFileLineKeyAndRemedy() throws IOException {
        var file = folder.resolve("tenants/acme/tenant.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name: Acme\nlanguages: [fr]\nlangages: [en]\n");
        settings.put("POTERNE_TENANTS", folder.resolve("tenants").toString());
        assertThat(refusal("serve")).contains("acme", "tenant.yaml:3", "langages", "languages");
    }

    @Test
    void aFolderWithoutTenantsIsRefused() {
        settings.put("POTERNE_TENANTS", folder.resolve("none").toString());
        assertThat(refusal("serve")).contains("none");
    }

    @Test
    void aFolderIsFoundFromWhereTheCommandIsTyped() {
        settings.put("POTERNE_TENANTS", "../no-such-folder");
        assertThat(refusal("serve")).contains("no-such-folder").doesNotContain("resource path");
    }

    @Test
    void aKeyFileThatIsNoneIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("installation.key"), "not a key");
        settings.put("POTERNE_KEY_FILE", file.toString());
        assertThat(refusal("serve")).contains("poterne.key-file", file.toString());
    }

    @Test
    void aFolderOfProgramsThatHasNoneIsNamed() {
        var none = folder.resolve("none").toString();
        settings.put("POTERNE_POSTGRES_BINARIES", none);
        assertThat(refusal("serve")).contains(none);
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:9/poterne");
        settings.put("SPRING_DATASOURCE_USERNAME", "poterne");
        settings.put("SPRING_DATASOURCE_PASSWORD", "s3same");
        assertThat(refusal("serve"))
                .contains("The database does not let us in", "SPRING_DATASOURCE_URL")
                .doesNotContain("s3same");
    }

    @Test
    void anAddressOfADatabaseThatIsNoneIsNamed() {
        settings.put("SPRING_DATASOURCE_URL", "postgres://poterne:s3same@127.0.0.1/poterne");
        assertThat(refusal("serve"))
                .contains("SPRING_DATASOURCE_URL", "jdbc:postgresql://")
                .doesNotContain("s3same");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var busy = new ServerSocket(0)) {
            settings.put("SERVER_PORT", String.valueOf(busy.getLocalPort()));
            assertThat(refusalOfAProcess("serve")).contains("Port " + busy.getLocalPort() + " is in use", "--port");
        }
    }

    @Test
    void aPortThatIsNoneIsNamed() {
        assertThat(refusal("serve", "--port", "70000")).contains("70000");
        assertThat(refusal("serve", "--port", "http")).contains("--port", "http");
    }

    @Test
    void anUnknownFlagSuggestsTheOneThatWasMeant() {
        assertThat(refusal("serve", "--prot", "8080")).contains("--prot", "--port");
        assertThat(refusal("sevre")).contains("sevre", "serve");
    }

    private String refusal(String... arguments) {
        return inPlainWords(StartedHere.refusal(settings, arguments));
    }

    private String refusalOfAProcess(String... arguments) {
        try (var child = ChildPoterne.start(settings, arguments)) {
            assertThat(child.exitCode()).as(child.said()).isNotZero();
            return inPlainWords(child.said());
        }
    }

    /** What was logged before stands on its own lines, for a machine; the refusal is for a person. */
    private static String inPlainWords(String said) {
        var words =
                said.lines().filter(line -> !line.startsWith("{")).collect(java.util.stream.Collectors.joining("\n"));
        assertThat(words).doesNotContain("\tat ", "Exception");
        assertThat(postgresOf(shared)).isEmpty();
        return words;
    }

    /** Servers that run on this folder, whoever's child they have become. */
    static java.util.List<ProcessHandle> postgresOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .toList();
    }
}
