package org.poterne.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.Budget;
import org.poterne.throttle.ClientAddress;
import org.poterne.throttle.Spending.Exhausted;
import org.poterne.throttle.Spending.Granted;
import org.poterne.throttle.Throttle;
import org.poterne.throttle.TooMany;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "What did you think of this page?" Open to everybody, so held back by address and in all: it must not fill the disk. */
@Controller
class FeedbackPages {

    private static final Budget PER_ADDRESS = new Budget("help answers per address", 10, Duration.ofHours(1));
    private static final Budget IN_ALL = new Budget("help answers", 500, Duration.ofHours(1));

    private final Topics topics;
    private final TopicView view;
    private final Feedback feedback;
    private final Throttle throttle;

    FeedbackPages(Topics topics, TopicView view, Feedback feedback, Throttle throttle) {
        this.topics = topics;
        this.view = view;
        this.feedback = feedback;
        this.throttle = throttle;
    }

    /** The address of a form that was refused, asked for again in another language. */
    @GetMapping("/{tenant}/help/{topic}/feedback")
    ModelAndView back(Tenant tenant, Locale language, @PathVariable String topic) {
        return topics.find(tenant.id(), language, topic)
                .map(found -> new ModelAndView("redirect:" + tenant.path("/help/" + found.name())))
                .orElseThrow(HelpPages::nowhere);
    }

    @PostMapping("/{tenant}/help/{topic}/feedback")
    ModelAndView answer(
            Tenant tenant,
            Locale language,
            @PathVariable("topic") String name,
            @RequestParam(defaultValue = "") String useful,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            HttpServletResponse response) {
        var topic = topics.find(tenant.id(), language, name).orElseThrow(HelpPages::nowhere);
        var form = AnswerForm.sent(useful, comment);
        if (!form.error().isEmpty()) {
            var page = view.of(tenant, language, topic, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var from = ClientAddress.of(request.getRemoteAddr());
        return switch (throttle.spend(tenant.id(), PER_ADDRESS, from.value())) {
            case Exhausted(var pause) -> TooMany.page(pause, response);
            case Granted() ->
                switch (throttle.spend(tenant.id(), IN_ALL, "")) {
                    case Exhausted(var pause) -> TooMany.page(pause, response);
                    case Granted() -> {
                        feedback.keep(tenant.id(), topic.name(), language, form);
                        yield new ModelAndView(
                                "redirect:" + tenant.path("/help/" + topic.name() + "?notice=guide.thanks"));
                    }
                };
        };
    }
}
