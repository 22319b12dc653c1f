package org.poterne.push;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.poterne.key.InstallationKey;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The pair of keys by which push services know this installation (RFC 8292). Subscriptions are made for its public half, so
 * it is the same at every node and after every start; with another one all of them would be dead.
 */
@Component
@DependsOn("keyWitness") // it says which file is the wrong one, before this cannot be opened
final class PushKey {

    private static final String PURPOSE = "push key";

    private final JdbcClient jdbc;
    private final InstallationKey installation;
    private final KeyPair pair;

    PushKey(JdbcClient jdbc, InstallationKey installation) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.pair = kept().orElseGet(this::made);
    }

    /** Of many nodes that start at once, one's stands. */
    private KeyPair made() {
        var fresh = P256.freshPair();
        var point = P256.bytes((ECPublicKey) fresh.getPublic());
        jdbc.sql("""
                        insert into push_key (public_key, private_key)
                        values (:point, :sealed)
                            on conflict (only_one) do nothing
                        """)
                .param("point", point)
                .param(
                        "sealed",
                        installation.seal(
                                PURPOSE,
                                encoded(point),
                                encoded(fresh.getPrivate().getEncoded())))
                .update();
        return kept().orElseThrow();
    }

    private Optional<KeyPair> kept() {
        return jdbc.sql("select public_key, private_key from push_key")
                .query((row, _) -> opened(row.getBytes("public_key"), row.getBytes("private_key")))
                .optional();
    }

    KeyPair pair() {
        return pair;
    }

    /** An uncompressed point, base64url: what a browser subscribes with. */
    String applicationServerKey() {
        return encoded(P256.bytes((ECPublicKey) pair.getPublic()));
    }

    private KeyPair opened(byte[] point, byte[] sealed) {
        var key = P256.point(point).orElseThrow();
        var pkcs8 = installation
                .open(PURPOSE, encoded(point), sealed)
                .map(Base64.getUrlDecoder()::decode)
                .orElseThrow(() -> new IllegalStateException("the push key was sealed with another installation key"));
        try {
            return new KeyPair(key, KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
