package org.poterne.demo;

import java.time.ZoneId;
import java.util.Map;
import org.poterne.tenant.Tenants;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The demo's mailbox, to click through. */
@Controller
@Profile("demo")
class MailboxPages {

    /** The letter may be shown inside our own page and nowhere else; a letter runs no script anywhere. */
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private final DemoMailbox mailbox;
    private final Tenants tenants;

    MailboxPages(DemoMailbox mailbox, Tenants tenants) {
        this.mailbox = mailbox;
        this.tenants = tenants;
    }

    @GetMapping("/mailbox")
    ModelAndView list() {
        return new ModelAndView(
                "demo/mailbox",
                Map.of(
                        "letters",
                        mailbox.letters().stream()
                                .map(letter -> letter.shown(zone()))
                                .toList()));
    }

    @GetMapping("/mailbox/{id}")
    ModelAndView letter(@PathVariable String id) {
        return new ModelAndView("demo/letter", Map.of("letter", find(id).shown(zone())));
    }

    @GetMapping("/mailbox/{id}/html")
    ResponseEntity<String> html(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", LETTER_POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .body(find(id).html());
    }

    private StoredLetter find(String id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The hour that the letters themselves speak of. */
    private ZoneId zone() {
        return tenants.all().getFirst().zone();
    }
}
