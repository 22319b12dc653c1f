package org.poterne.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
public final class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.(css|js|svg)");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");
    private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /** One file of the product, small enough to keep. */
    record Asset(String digest, ByteArrayResource content) {}

    /** Where it is served; another address once it has changed. */
    public static String url(String name) {
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
        var known = KNOWN.get(name);
        if (known == null) {
            known = read(name, file); // not within the map: a script reads those it names first
            KNOWN.put(name, known);
        }
        return Optional.of(known);
    }

    /** A script names its neighbours; what is served names them by their digests, so that whoever has one has all of one day. */
    private static byte[] named(byte[] script) {
        return IMPORT.matcher(new String(script, StandardCharsets.UTF_8))
                .replaceAll(found -> "from \"" + url(found.group(1)) + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Asset read(String name, ClassPathResource file) {
        try (var stream = file.getInputStream()) {
            var content = name.endsWith(".js") ? named(stream.readAllBytes()) : stream.readAllBytes();
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(HexFormat.of().formatHex(digest, 0, 8), new ByteArrayResource(content));
        } catch (IOException e) {
            throw new UncheckedIOException("an asset that cannot be read: " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
