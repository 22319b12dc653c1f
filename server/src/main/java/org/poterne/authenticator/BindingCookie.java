package org.poterne.authenticator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.poterne.account.AccountId;
import org.poterne.key.InstallationKey;
import org.poterne.tenant.Tenant;
import org.poterne.tenant.TenantCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The codes, for the browser that asked for them and for its account alone: the database keeps none of them, and a page may
 * be loaded twice.
 */
@Component
final class BindingCookie {

    private static final String PURPOSE = "authenticator binding cookie";
    private static final Pattern FORM =
            Pattern.compile("(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?<sealed>[A-Za-z0-9_-]{1,200})");

    private final InstallationKey key;

    BindingCookie(InstallationKey key) {
        this.key = key;
    }

    /** @param id of the binding */
    record Shown(UUID id, BindingCodes codes) {}

    void set(Tenant tenant, AccountId account, UUID id, BindingCodes codes, HttpServletResponse response) {
        var value = id + "." + key.sealText(PURPOSE, context(tenant, account, id), codes.link() + " " + codes.typed());
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(tenant).set(value, Bindings.LIFE).toString());
    }

    Optional<Shown> read(Tenant tenant, AccountId account, HttpServletRequest request) {
        return cookie(tenant)
                .read(request)
                .map(FORM::matcher)
                .filter(form -> form.matches())
                .flatMap(form -> {
                    var id = UUID.fromString(form.group("id"));
                    return key.openText(PURPOSE, context(tenant, account, id), form.group("sealed"))
                            .map(text -> text.split(" ", -1))
                            .map(codes -> new Shown(id, new BindingCodes(codes[0], codes[1])));
                });
    }

    void clear(Tenant tenant, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(tenant).clear().toString());
    }

    private static String context(Tenant tenant, AccountId account, UUID id) {
        return tenant.id() + " " + account + " " + id;
    }

    private static TenantCookie cookie(Tenant tenant) {
        return new TenantCookie(tenant, "binding");
    }
}
