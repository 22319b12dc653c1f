package org.poterne.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** A form without its anti-CSRF value: forged elsewhere, or left open until the cookie went. */
@Component
final class StaleForm implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
