package org.poterne.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The shipped tenants as they are, and beside them nine that exist for the tests alone. */
final class TestTenants {

    private static final String NEIGHBOUR = """
            name: La Voisine
            languages: [fr]
            contact: { mail: aide@voisine.example }
            """;

    private static final String HOSTED = """
            name: Maison à part
            languages: [fr, en]
            hosts: [maison.localhost:%d]
            contact: { mail: aide@maison.example }
            """;

    private static final String NEUTRAL = """
            name: Neutre
            languages: [fr]
            contact: { mail: aide@neutre.example }
            sign-in: { identifier: either }
            profile: { fields: [{ name: name }] }
            registration: { open: true, ask: [name, username, e-mail] }
            """;

    private static final String GUICHET = """
            name: Le Guichet
            languages: [fr]
            contact: { mail: aide@guichet.example }
            sign-in: { identifier: either }
            membership: { rights: [{ name: users, label: { fr: Utilisateurs }, administers: true }] }
            assistance: { address-change-from: 2 }
            authenticator: { enabled: true }
            approval: { sign-in: not-asked }
            desk:
              script: [{ name: contract, label: { fr: Contrat } }, { name: call-back, label: { fr: Rappel } }]
              sheets-per-hour: 3
              acts-per-hour: 4
              searches-per-hour: 5
            """;

    private static final String COFFRE = """
            name: Le Coffre
            languages: [fr]
            contact: { mail: aide@coffre.example }
            recovery: { procedures: [{ name: forgotten-password, proofs: [challenge, mailed-link, totp] }] }
            """;

    private static final String POCHE = """
            name: La Poche
            languages: [fr, en]
            contact: { mail: aide@poche.example }
            sign-in: { identifier: either }
            authenticator: { enabled: true }
            approval: { sign-in: not-asked }
            """;

    private static final String VESTE = """
            name: La Veste
            languages: [fr]
            contact: { mail: aide@veste.example }
            authenticator: { enabled: true, base-url: "http://authenticator.localhost:%d" }
            approval: { sign-in: not-asked }
            """;

    private static final String DEMANDING = """
            name: L’Exigeante
            languages: [fr]
            contact: { mail: aide@exigeante.example }
            factors: { required: true }
            recovery: { procedures: [{ name: forgotten-password, proofs: [mailed-link, passkey] }] }
            """;

    private static final String KEYRING = """
            name: Le Trousseau
            languages: [fr]
            contact: { mail: aide@trousseau.example }
            sign-in: { identifier: either }
            membership: { rights: [{ name: users, label: { fr: Utilisateurs }, administers: true }] }
            authenticator: { enabled: true }
            factors: { offer: [approval, passkey, totp, recovery-code], required: true }
            desk: { script: [{ name: contract, label: { fr: Contrat } }, { name: call-back, label: { fr: Rappel } }] }
            """;

    private TestTenants() {}

    static Path folder(int port) {
        try {
            var folder = Files.createTempDirectory("poterne-tenants");
            try (var shipped = Files.walk(Path.of("../tenants"))) {
                for (var file : shipped.toList()) {
                    Files.copy(
                            file,
                            folder.resolve(
                                    Path.of("../tenants").relativize(file).toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            write(folder, "voisine", NEIGHBOUR);
            write(folder, "neutre", NEUTRAL);
            write(folder, "guichet", GUICHET);
            write(folder, "coffre", COFFRE);
            write(folder, "poche", POCHE);
            write(folder, "veste", VESTE.formatted(port));
            write(folder, "exigeante", DEMANDING);
            write(folder, "trousseau", KEYRING);
            write(folder, "maison", HOSTED.formatted(port));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, String file) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("tenant.yaml"), file);
    }
}
