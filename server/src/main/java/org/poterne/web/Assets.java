package org.poterne.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** The product's own scripts, stylesheets and images, each under an address that holds its digest. */
final class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(css|js|svg)");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /** One file of the product, small enough to keep. */
    record Asset(String digest, ByteArrayResource content) {}

    static String url(String name) {
        var asset = find(name).orElseThrow(() -> new IllegalArgumentException("no such asset: " + name));
        return "/assets/" + asset.digest() + "/" + name;
    }

    /**
     * Finds one by its name.
     *
     * @param name any text: only plain names of the folder reach the class path
     */
    static Optional<Asset> find(String name) {
        var file = new ClassPathResource("assets/" + name);
        if (!NAME.matcher(name).matches() || (!KNOWN.containsKey(name) && !file.exists())) {
            return Optional.empty();
        }
        return Optional.of(KNOWN.computeIfAbsent(name, _ -> read(file)));
    }

    private static Asset read(ClassPathResource file) {
        try (var stream = file.getInputStream()) {
            var content = stream.readAllBytes();
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(HexFormat.of().formatHex(digest, 0, 8), new ByteArrayResource(content));
        } catch (IOException e) {
            throw new UncheckedIOException("an asset that cannot be read: " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
