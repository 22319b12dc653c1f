package org.poterne.holder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.poterne.account.AccountExported;
import org.poterne.session.SignedInPerson;
import org.poterne.tenant.Tenant;
import org.poterne.throttle.ClientAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * A copy of all that is kept on oneself (PR-1). A POST, since taking it is written down in the account's trail, where its
 * owner sees it: a session's thief would take one too.
 */
@Controller
class CopyPages {

    private final OwnPages pages;
    private final AccountCopies copies;
    private final ApplicationEventPublisher events;

    CopyPages(OwnPages pages, AccountCopies copies, ApplicationEventPublisher events) {
        this.pages = pages;
        this.copies = copies;
        this.events = events;
    }

    @GetMapping("/{tenant}/account/export")
    ModelAndView explain(Tenant tenant, SignedInPerson person) {
        return pages.page(tenant, person, "holder/export", Map.of());
    }

    @PostMapping("/{tenant}/account/export")
    ResponseEntity<AccountCopy> take(Tenant tenant, SignedInPerson person, HttpServletRequest request) {
        var from = ClientAddress.of(request.getRemoteAddr());
        events.publishEvent(new AccountExported(tenant.id(), person.account(), from.value()));
        var copy = copies.of(tenant, person.account())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = ContentDisposition.attachment()
                .filename(tenant.id() + "-account.json")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(copy);
    }
}
