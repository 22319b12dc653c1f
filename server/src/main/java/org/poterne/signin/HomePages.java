package org.poterne.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.poterne.session.CurrentSession;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The room behind the door, and the way out of it. */
@Controller
class HomePages {

    private final Home home;
    private final CurrentSession currentSession;

    HomePages(Home home, CurrentSession currentSession) {
        this.home = home;
        this.currentSession = currentSession;
    }

    @GetMapping("/{tenant}/")
    ModelAndView home(Tenant tenant, Optional<SignedInPerson> person) {
        return person.map(found -> home.of(tenant.id(), found))
                .orElseGet(() -> new ModelAndView("redirect:" + tenant.path("/sign-in")));
    }

    @GetMapping("/{tenant}")
    String withoutSlash(Tenant tenant) {
        return "redirect:" + tenant.path("/");
    }

    @PostMapping("/{tenant}/sign-out")
    String leave(
            Tenant tenant, Optional<SignedInPerson> person, HttpServletRequest request, HttpServletResponse response) {
        currentSession.end(tenant, request, response);
        person.ifPresent(left -> home.left(tenant.id(), left));
        return "redirect:" + tenant.path("/sign-in?notice=signin.signed-out");
    }
}
