package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.poterne.device.UserBrowser;
import org.poterne.push.Pushes;
import org.poterne.tenant.Tenant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The application that a phone installs: a shell without anybody's data, its manifest, and the worker that wakes it. */
@Controller
class ApplicationPages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Application application;
    private final AuthenticatorAddress address;
    private final Pushes pushes;

    ApplicationPages(Application application, AuthenticatorAddress address, Pushes pushes) {
        this.application = application;
        this.address = address;
        this.pushes = pushes;
    }

    @GetMapping("/{tenant}/authenticator")
    ModelAndView shell(Tenant tenant, HttpServletRequest request) {
        application.open(tenant);
        if (!address.isAskedAt(tenant, request)) {
            return new ModelAndView("redirect:" + address.page(tenant)); // its keys live over there
        }
        var browser = UserBrowser.of(request);
        return new ModelAndView(
                "authenticator/application",
                Map.of(
                        "pushKey", pushes.publicKey(),
                        "site", tenant.link("").toString(),
                        "phoneLock", address.hasName(tenant),
                        "model", browser.platform().shown()));
    }

    @GetMapping("/{tenant}/authenticator/manifest.webmanifest")
    ResponseEntity<String> manifest(Tenant tenant, Locale language) {
        application.open(tenant);
        var page = tenant.path(AuthenticatorAddress.PAGE);
        var words = tenant.words(language);
        var manifest = Map.of(
                "id", page,
                "start_url", page,
                "scope", page,
                "display", "standalone",
                "lang", words.language().toLanguageTag(),
                "name", words.say("authenticator.application.name", "house", tenant.name()),
                "short_name", words.say("authenticator.title"),
                "theme_color", tenant.look().accent(),
                "background_color", tenant.look().accent(),
                "icons", icons(tenant));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(JSON.writeValueAsString(manifest));
    }

    private static List<Map<String, String>> icons(Tenant tenant) {
        return List.of(icon(tenant, "192", "any"), icon(tenant, "512", "any"), icon(tenant, "512", "maskable"));
    }

    private static Map<String, String> icon(Tenant tenant, String size, String purpose) {
        return Map.of(
                "src",
                tenant.path(AuthenticatorAddress.PAGE + "/icon-" + size + ".png"),
                "sizes",
                size + "x" + size,
                "type",
                "image/png",
                "purpose",
                purpose);
    }

    /** The house's arch in the tenant's colour: systems take no vector picture for an icon everywhere. */
    @GetMapping("/{tenant}/authenticator/icon-{size:192|512}.png")
    ResponseEntity<byte[]> icon(Tenant tenant, @PathVariable int size) {
        application.open(tenant);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .contentType(MediaType.IMAGE_PNG)
                .body(AppIcon.png(tenant.look().accent(), size));
    }
}
