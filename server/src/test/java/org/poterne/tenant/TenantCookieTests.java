package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.poterne.words.Sentences;
import org.springframework.mock.web.MockHttpServletRequest;

/** What one tenant keeps in a browser is worth nothing at another. */
class TenantCookieTests {

    @Test
    void aCookieOverTlsIsBoundToItsHostAndOutOfReachOfScripts() {
        var cookie = new TenantCookie(tenant("https", "chemin"), "session").set("secret");
        assertThat(cookie.getName()).isEqualTo("__Host-session-chemin");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).as("gone with the browser").isNegative();
    }

    @Test
    void aCookieIsReadUnderItsOwnTenantsNameAlone() {
        var chemin = new TenantCookie(tenant("http", "chemin"), "session");
        var maison = new TenantCookie(tenant("http", "maison"), "session");
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("session-chemin", "secret"));
        assertThat(chemin.read(request)).contains("secret");
        assertThat(maison.read(request)).isEmpty();
        assertThat(chemin.read(new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void aCookieIsClearedUnderTheNameItWasSetWith() {
        var cookie = new TenantCookie(tenant("https", "chemin"), "session");
        assertThat(cookie.clear().getName()).isEqualTo(cookie.set("x").getName());
        assertThat(cookie.clear().getMaxAge()).isZero();
        assertThat(cookie.clear().getValue()).isEmpty();
        assertThat(cookie.set("x", Duration.ofMinutes(5)).getMaxAge()).hasMinutes(5);
    }

    static Tenant tenant(String scheme, String name) {
        var file = new TenantFile(
                name,
                List.of(Locale.FRENCH),
                ZoneOffset.UTC,
                List.of(),
                new TenantContact(Optional.of("aide@exemple.example"), Optional.empty()),
                List.of(),
                new TenantLook("#1d4f91", Optional.empty()),
                Map.of(),
                List.of());
        return new Tenant(
                new TenantId(name), URI.create(scheme + "://access.example"), file, Path.of(name), new Sentences());
    }
}
