package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.poterne.tenant.Tenant;

/** What a phone signs: all that a call says and where it says it, so that none of it can be said elsewhere or otherwise. */
record CallText(String tenant, String method, String path, long at, String nonce, String bodyDigest) {

    static CallText of(Tenant tenant, HttpServletRequest request, CallHeaders headers, byte[] body) {
        return new CallText(
                tenant.id().value(), request.getMethod(), pathOf(request), headers.at(), headers.nonce(), digest(body));
    }

    /** Behind the tenant's own segment, which a host of its own does without. */
    private static String pathOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        return path.substring(path.indexOf('/', 1)) + (query == null ? "" : "?" + query);
    }

    private static String digest(byte[] body) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DeviceKey.sha256(body));
    }

    /** No part holds a line's end, so that no two calls have one text. */
    String text() {
        return String.join("\n", tenant, method, path, String.valueOf(at), nonce, bodyDigest);
    }
}
