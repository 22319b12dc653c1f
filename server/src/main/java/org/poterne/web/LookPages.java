package org.poterne.web;

import java.time.Duration;
import org.poterne.tenant.Tenant;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** A tenant's colour and logo. Public, the same for all, so a browser may keep them for an hour. */
@Controller
class LookPages {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @GetMapping("/{tenant}/look.css")
    ResponseEntity<String> colour(Tenant tenant) {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body(":root{--accent:" + tenant.look().accent() + "}");
    }

    @GetMapping("/{tenant}/logo.svg")
    ResponseEntity<Resource> logo(Tenant tenant) {
        var file = tenant.logo().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(new FileSystemResource(file));
    }
}
