package org.poterne.session;

import jakarta.servlet.http.HttpServletRequest;
import org.poterne.device.UserBrowser;
import org.poterne.throttle.ClientAddress;

/** Where a session is opened from: what its owner will recognise it by. */
public record SessionOrigin(ClientAddress address, UserBrowser browser) {

    public static SessionOrigin of(HttpServletRequest request) {
        return new SessionOrigin(ClientAddress.of(request.getRemoteAddr()), UserBrowser.of(request));
    }
}
