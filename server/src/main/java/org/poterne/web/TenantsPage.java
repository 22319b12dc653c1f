package org.poterne.web;

import java.util.Map;
import java.util.Optional;
import org.poterne.tenant.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The install's own front page: who is served here, where the operator does not mind that everybody knows. */
@Controller
class TenantsPage {

    private final Tenants tenants;
    private final Optional<MailboxLink> mailbox;
    private final boolean listed;

    TenantsPage(
            Tenants tenants, Optional<MailboxLink> mailbox, @Value("${poterne.list-tenants:false}") boolean listed) {
        this.tenants = tenants;
        this.mailbox = mailbox;
        this.listed = listed;
    }

    @GetMapping("/")
    ModelAndView front() {
        var all = tenants.all();
        if (all.size() == 1 && !listed) {
            return new ModelAndView("redirect:" + all.getFirst().link("/"));
        }
        if (!listed) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new ModelAndView(
                "web/tenants",
                Map.of(
                        "tenants",
                        all,
                        "mailboxUrl",
                        mailbox.map(MailboxLink::path).orElse("")));
    }
}
