package org.poterne.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.poterne.password.HashingBusy;
import org.poterne.session.CurrentSession;
import org.poterne.tenant.Tenants;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every error that reaches the application as a page that says what happened and what to do next, and nothing of the inside (ASVS 16.5.1). */
@Controller
@ControllerAdvice
class ProblemPages implements ErrorController {

    private static final String A_MOMENT = "5"; // seconds

    private final Tenants tenants;
    private final Pages pages;
    private final CurrentSession session;

    ProblemPages(Tenants tenants, Pages pages, CurrentSession session) {
        this.tenants = tenants;
        this.pages = pages;
        this.session = session;
    }

    @RequestMapping("/error")
    ModelAndView problem(HttpServletRequest request, HttpServletResponse response) {
        SecurityChain.writeHeaders(response);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(request, status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(NoSuchTenant.class)
    ModelAndView nowhere(HttpServletRequest request) {
        return page(request, HttpServletResponse.SC_NOT_FOUND);
    }

    /** A page of one's own, without a session or with one that has ended: to the door. */
    @ExceptionHandler(NotSignedIn.class)
    ModelAndView door(NotSignedIn refusal) {
        return new ModelAndView("redirect:" + refusal.door());
    }

    /** Too many hashes wanted, or the database is away: said at once, with the time to come back. */
    @ExceptionHandler({
        HashingBusy.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
        return page(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private ModelAndView page(HttpServletRequest request, int status) {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            session.askNoMore(request);
        }
        var words = pages.words(request);
        var name = "web." + nameOf(status);
        var page = new ModelAndView(
                "web/problem",
                Map.of(
                        "status", status,
                        "title", words.say(name + ".title"),
                        "text", words.say(name + ".text"),
                        "wayOnLabel", words.say("web.problem.home"),
                        "wayOnUrl", wayOn(request)));
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }

    private static String nameOf(int status) {
        return switch (status) {
            case 400 -> "bad-request";
            case 403 -> "stale-form";
            case 404, 405 -> "not-found";
            case 413, 431 -> "too-large";
            case 421 -> "wrong-host";
            case 503 -> "busy";
            default -> "failure";
        };
    }

    /** Always an address of ours, and never one that the request brings along. */
    private String wayOn(HttpServletRequest request) {
        return TenantDoor.tenant(request)
                .map(tenant -> tenant.path("/sign-in"))
                .orElseGet(() -> tenants.baseUrl() + "/");
    }
}
