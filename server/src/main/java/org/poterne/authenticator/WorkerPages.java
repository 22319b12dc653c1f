package org.poterne.authenticator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.poterne.tenant.Tenant;
import org.poterne.web.Assets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The worker that wakes the application, and keeps its shell for when there is no network. */
@Controller
class WorkerPages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> FILES = List.of(
            "poterne.css",
            "authenticator.css",
            "favicon.svg",
            "authenticator.js",
            "authenticator-account.js",
            "authenticator-calls.js",
            "authenticator-enrol.js",
            "authenticator-keys.js",
            "authenticator-listen.js",
            "authenticator-lock.js",
            "authenticator-push.js",
            "authenticator-request.js",
            "authenticator-screens.js",
            "authenticator-store.js");

    private final Application application;

    WorkerPages(Application application) {
        this.application = application;
    }

    /** In the page's language: the system shows its words while no page is open. It may look after the page above it. */
    @GetMapping("/{tenant}/authenticator/service-worker.js")
    ResponseEntity<String> worker(Tenant tenant, Locale language) {
        application.open(tenant);
        var page = tenant.path(AuthenticatorAddress.PAGE);
        var words = tenant.words(language);
        var facts = Map.of(
                "page", page,
                "language", words.language().toLanguageTag(),
                "title", words.say("authenticator.push.title"),
                "text", words.say("authenticator.push.text", "house", tenant.name()),
                "icon", page + "/icon-192.png",
                "files", files(tenant));
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", page)
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .body("self.poterne = %s;\nimportScripts(\"%s\");\n"
                        .formatted(JSON.writeValueAsString(facts), Assets.url("authenticator-worker.js")));
    }

    /** Public, and the same for everybody: no answer to anybody is among them (PU-15). */
    private static List<String> files(Tenant tenant) {
        return Stream.concat(
                        FILES.stream().map(Assets::url),
                        Stream.concat(
                                Stream.of(tenant.path("/look.css")),
                                tenant.logo().map(_ -> tenant.path("/logo.svg")).stream()))
                .toList();
    }
}
