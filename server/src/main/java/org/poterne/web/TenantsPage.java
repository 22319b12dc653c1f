package org.poterne.web;

import java.util.Map;
import java.util.Optional;
import org.poterne.tenant.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The install's own front page: who is served here. */
@Controller
class TenantsPage {

    private final Tenants tenants;
    private final Optional<MailboxLink> mailbox;

    TenantsPage(Tenants tenants, Optional<MailboxLink> mailbox) {
        this.tenants = tenants;
        this.mailbox = mailbox;
    }

    @GetMapping("/")
    ModelAndView list() {
        return new ModelAndView(
                "web/tenants",
                Map.of(
                        "tenants", tenants.all(),
                        "mailboxUrl", mailbox.map(MailboxLink::path).orElse("")));
    }
}
