package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import org.poterne.session.Destination;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Addresses that programs know without being told (RFC 8615). Any other of them is 404: password managers try one to see. */
@Controller
class WellKnown {

    /** Where a password manager sends whoever should change a password (W3C "A Well-Known URL for Changing Passwords"). */
    @GetMapping("/.well-known/change-password")
    String changePassword(HttpServletRequest request) {
        return TenantDoor.tenant(request)
                .map(tenant -> "redirect:" + tenant.path(Destination.CHANGE_PASSWORD.path()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
