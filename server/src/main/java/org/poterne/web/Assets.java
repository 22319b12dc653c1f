package org.poterne.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** The product's own scripts, stylesheets and images, under an address that holds their digest. */
final class Assets {

    private static final Map<String, String> DIGESTS = new ConcurrentHashMap<>();

    private Assets() {}

    static String url(String name) {
        return "/assets/" + DIGESTS.computeIfAbsent(name, Assets::digestOf) + "/" + name;
    }

    private static String digestOf(String name) {
        try (var file = new ClassPathResource("assets/" + name).getInputStream()) {
            return digest(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("no such asset: " + name, e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
