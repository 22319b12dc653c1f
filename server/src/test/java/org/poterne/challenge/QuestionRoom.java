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
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A page of the tests that always asks. Every house of the tests has one for each name of an action. */
@Controller
class QuestionRoom {

    private static final String FORM = """
            <!DOCTYPE html><html lang="%s"><title>Question</title><meta name="viewport" content="width=device-width">
            <link rel="icon" href="%s"><link rel="stylesheet" href="%s"><script type="module" src="%s"></script>
            <main class="door"><h1>Question</h1><form method="post" action="%s" novalidate>
              <input type="hidden" name="_csrf" value="%s">
              <div class="field"><label for="typed">Mot</label><input id="typed" name="typed" value="%s"></div>
              %s
              <button class="button" type="submit" data-busy="Un instant…">Envoyer</button>
            </form></main>
            """;

    private final Questions questions;
    private final TemplateEngine templates;

    QuestionRoom(Questions questions, TemplateEngine templates) {
        this.questions = questions;
        this.templates = templates;
    }

    @GetMapping(path = "/{tenant}/question-room/{action}", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String ask(
            Tenant tenant,
            Locale language,
            @PathVariable String action,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form(tenant, language, questions.ask(tenant, action, language, request, response), request);
    }

    @PostMapping(path = "/{tenant}/question-room/{action}", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String answer(
            Tenant tenant,
            Locale language,
            @PathVariable String action,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (sent.getOrDefault("typed", "").isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(
                    tenant,
                    language,
                    questions
                            .carried(tenant, action, language, request, response)
                            .orElseThrow(),
                    request);
        }
        return switch (questions.judge(tenant, action, sent, request)) {
            case Verdict.Passed() -> said("Entrez, " + sent.get("typed"));
            case Verdict.TooMany _ -> said("Patientez, " + sent.get("typed"));
            case Verdict.Failed(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(
                        tenant,
                        language,
                        questions
                                .ask(tenant, action, language, request, response)
                                .because(reason),
                        request);
            }
        };
    }

    private String form(Tenant tenant, Locale language, Question question, HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var page = new Page(
                tenant.words(language),
                Optional.of(tenant),
                csrf.getToken(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "");
        var asked = new StringOutput();
        templates.render("challenge/question.jte", Map.of("page", page, "question", question), asked);
        var typed = Optional.ofNullable(request.getParameter("typed")).orElse("");
        return FORM.formatted(
                page.lang(),
                page.asset("favicon.svg"),
                page.asset("poterne.css"),
                page.asset("poterne.js"),
                request.getRequestURI(),
                page.csrfToken(),
                typed,
                asked);
    }

    private static String said(String words) {
        return "<!DOCTYPE html><html lang=\"fr\"><title>Réponse</title><link rel=\"icon\" href=\"data:,\"><h1>" + words
                + "</h1>";
    }
}
