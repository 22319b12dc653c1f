package org.poterne.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.poterne.rig.Address;
import org.poterne.rig.Postgres;
import org.poterne.rig.RigFailure;

/**
 * A realm that asks what the measured tenant asks: registration by address, confirmed by letter; reset by letter. Its counting of
 * wrong passwords is off, to its advantage.
 */
final class KeycloakRealm {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String FIRST_PERSON = "template@example.org";
    private static final String REALM = """
            {"realm": "bench", "enabled": true, "sslRequired": "none",
             "registrationAllowed": true, "registrationEmailAsUsername": true, "loginWithEmailAllowed": true,
             "resetPasswordAllowed": true, "verifyEmail": true, "bruteForceProtected": false,
             "passwordPolicy": "hashAlgorithm(argon2) and length(15)",
             "smtpServer": {"host": "127.0.0.1", "port": "%d", "from": "no-reply@keycloak.example"},
             "clients": [{"clientId": "bench", "publicClient": true, "standardFlowEnabled": true,
                          "redirectUris": ["http://localhost:9/*"]}],
             "users": [{"username": "%s", "email": "%s", "emailVerified": true, "enabled": true,
                        "firstName": "Camille", "lastName": "Martin",
                        "credentials": [{"type": "password", "value": "%s", "temporary": false}]}]}
            """;

    private final Address address;
    private final HttpClient client = HttpClient.newHttpClient();

    KeycloakRealm(Address address) {
        this.address = address;
    }

    void make(int mailPort) {
        var token = token();
        var realm = REALM.formatted(mailPort, FIRST_PERSON, FIRST_PERSON, People.PASSWORD);
        var answer = send(HttpRequest.newBuilder(URI.create(address.url() + "/admin/realms"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(realm)));
        if (!answer.isEmpty()) {
            throw new RigFailure("Keycloak made no realm: " + answer);
        }
    }

    private String token() {
        var form = "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                .formatted(KeycloakInstall.ADMINISTRATOR, KeycloakInstall.ADMINISTRATOR);
        var answer =
                send(HttpRequest.newBuilder(URI.create(address.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        var found = TOKEN.matcher(answer);
        if (!found.find()) {
            throw new RigFailure("Keycloak let no administrator in: " + answer);
        }
        return found.group(1);
    }

    private String send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new RigFailure("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RigFailure("interrupted", e);
        }
    }

    /** As many as the other has, copied from the one that Keycloak made itself, hash and all. */
    static People settle(Postgres postgres, long count) {
        People.run(postgres, """
                insert into user_entity (id, email, email_constraint, email_verified, enabled, first_name, last_name,
                                         realm_id, username, created_timestamp, not_before)
                select gen_random_uuid(), address, address, true, true, first_name, last_name,
                       realm_id, address, created_timestamp, not_before
                  from user_entity, (select 'person.' || number || '@example.org' as address
                                       from generate_series(0, %d) as number) as people
                 where username = '%s'
                """.formatted(count - 1, FIRST_PERSON));
        People.run(postgres, """
                insert into credential (id, type, user_id, created_date, secret_data, credential_data, priority)
                select gen_random_uuid(), type, person.id, created_date, secret_data, credential_data, priority
                  from credential join user_entity first on first.id = user_id, user_entity person
                 where first.username = '%s' and person.username like 'person.%%'
                """.formatted(FIRST_PERSON));
        People.run(postgres, """
                insert into user_role_mapping (role_id, user_id)
                select role_id, person.id
                  from user_role_mapping join user_entity first on first.id = user_id, user_entity person
                 where first.username = '%s' and person.username like 'person.%%'
                """.formatted(FIRST_PERSON));
        People.run(postgres, "vacuum analyze");
        return new People(count);
    }

    /** What its own row says of the hash in force. */
    static String hash(Postgres postgres) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select credential_data from credential limit 1")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new RigFailure("Keycloak's database does not answer", e);
        }
    }
}
