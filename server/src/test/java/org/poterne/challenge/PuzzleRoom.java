package org.poterne.challenge;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.poterne.tenant.Tenant;
import org.poterne.web.Page;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A page of the tests, with a form that carries a puzzle and says what came of it. Every house of the tests has it. */
@Controller
class PuzzleRoom {

    static final String ACTION = "puzzle room";

    private static final String FORM = """
            <!DOCTYPE html><html lang="fr"><title>Énigme</title><link rel="icon" href="%s">
            <script type="module" src="%s"></script>
            <main><h1>Énigme</h1><form method="post" action="%s" novalidate>
              <input type="hidden" name="_csrf" value="%s">
              <label for="typed">Mot</label><input id="typed" name="typed">
              %s
              <button type="submit" data-busy="Un instant…">Envoyer</button>
            </form></main>
            """;

    private final ChallengeGate gate;
    private final TemplateEngine templates;

    PuzzleRoom(ChallengeGate gate, TemplateEngine templates) {
        this.gate = gate;
        this.templates = templates;
    }

    @GetMapping(path = "/{tenant}/puzzle-room", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String form(Tenant tenant, Locale language, CsrfToken csrf) {
        var page = new Page(
                tenant.words(language),
                Optional.of(tenant),
                csrf.getToken(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "");
        var puzzle = new StringOutput();
        templates.render(
                "challenge/puzzle.jte", Map.of("page", page, "puzzle", gate.issue(tenant.id(), ACTION)), puzzle);
        return FORM.formatted(
                page.asset("favicon.svg"),
                page.asset("poterne.js"),
                page.path("/puzzle-room"),
                page.csrfToken(),
                puzzle);
    }

    @PostMapping(path = "/{tenant}/puzzle-room", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String answer(
            Tenant tenant,
            Locale language,
            @RequestParam String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var said = switch (gate.admit(tenant, ACTION, language, request, response)) {
            case Admission.Admitted() -> "Entrez, " + typed;
            case Admission.Asked _, Admission.TooMany _ -> "Patientez, " + typed;
        };
        return "<!DOCTYPE html><html lang=\"fr\"><title>Réponse</title><link rel=\"icon\" href=\"data:,\"><h1>" + said
                + "</h1>";
    }
}
