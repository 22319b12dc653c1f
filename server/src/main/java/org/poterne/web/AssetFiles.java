package org.poterne.web;

import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Serves the assets. Their address changes with their content, so a browser keeps them for a year. */
@Controller
class AssetFiles {

    private static final CacheControl A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping("/assets/{digest}/{name}")
    ResponseEntity<ByteArrayResource> asset(@PathVariable String digest, @PathVariable String name) {
        return Assets.find(name)
                .filter(asset -> asset.digest().equals(digest))
                .map(asset -> ResponseEntity.ok()
                        .cacheControl(A_YEAR)
                        .contentType(typeOf(name))
                        .body(asset.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static MediaType typeOf(String name) {
        return MediaType.parseMediaType(
                switch (name.substring(name.lastIndexOf('.'))) {
                    case ".css" -> "text/css;charset=UTF-8";
                    case ".js" -> "text/javascript;charset=UTF-8";
                    default -> "image/svg+xml";
                });
    }
}
