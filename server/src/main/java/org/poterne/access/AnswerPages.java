package org.poterne.access;

import java.util.Locale;
import java.util.Map;
import org.poterne.membership.Administrator;
import org.poterne.membership.AdministratorDoor;
import org.poterne.session.Sensitive;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who asks for which rights here, and the answer. */
@Controller
class AnswerPages {

    private final AdministratorDoor door;
    private final AccessRequests requests;
    private final Answering answering;
    private final RequestView view;

    AnswerPages(AdministratorDoor door, AccessRequests requests, Answering answering, RequestView view) {
        this.door = door;
        this.requests = requests;
        this.answering = answering;
        this.view = view;
    }

    @GetMapping("/{tenant}/access/{number}/requests/{id}")
    ModelAndView ask(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String id) {
        return page(tenant, language, door.open(tenant, person, number), parsed(id), "");
    }

    @Sensitive
    @PostMapping("/{tenant}/access/{number}/requests/{id}/accept")
    ModelAndView accept(
            Tenant tenant,
            SignedInPerson person,
            Locale language,
            @PathVariable String number,
            @PathVariable String id) {
        var administrator = door.open(tenant, person, number);
        return switch (answering.accept(tenant.id(), administrator, parsed(id), language)) {
            case DONE -> AdministratorDoor.list(tenant, administrator, "?notice=access.accepted");
            case BEYOND_OWN_RIGHTS -> {
                door.refused(tenant, administrator);
                var page = page(
                        tenant,
                        language,
                        administrator,
                        parsed(id),
                        tenant.words(language).say("access.answer.beyond"));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case GONE -> throw AdministratorDoor.nothingHere();
        };
    }

    @Sensitive
    @PostMapping("/{tenant}/access/{number}/requests/{id}/refuse")
    ModelAndView refuse(Tenant tenant, SignedInPerson person, @PathVariable String number, @PathVariable String id) {
        var administrator = door.open(tenant, person, number);
        return switch (answering.refuse(tenant.id(), administrator, parsed(id))) {
            case DONE -> AdministratorDoor.list(tenant, administrator, "?notice=access.refused");
            case BEYOND_OWN_RIGHTS, GONE -> throw AdministratorDoor.nothingHere();
        };
    }

    private ModelAndView page(
            Tenant tenant, Locale language, Administrator administrator, AccessRequestId id, String error) {
        return requests.waitingAt(tenant.id(), administrator.establishment().id(), id)
                .map(request -> new ModelAndView(
                        "access/answer",
                        Map.of(
                                "establishment", administrator.establishment(),
                                "request", view.of(tenant, language, request),
                                "error", error)))
                .orElseThrow(AdministratorDoor::nothingHere);
    }

    private static AccessRequestId parsed(String id) {
        return AccessRequestId.parse(id).orElseThrow(AdministratorDoor::nothingHere);
    }
}
