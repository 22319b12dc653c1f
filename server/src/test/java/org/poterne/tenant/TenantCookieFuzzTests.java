package org.poterne.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.ServerCookies;
import org.springframework.mock.web.MockHttpServletRequest;

/** A browser's cookies, whoever wrote the header: what is read of them was sent under this name. */
class TenantCookieFuzzTests {

    private static final Tenant TENANT = TenantCookieTests.tenant("http", "chemin");

    @FuzzTest
    void aCookieIsReadAsItWasSentOrNotAtAll(byte[] input) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookies(input));
        var header = new String(input, StandardCharsets.ISO_8859_1); // as the server reads what is said in no charset
        new TenantCookie(TENANT, "language").read(request).ifPresent(value -> {
            assertThat(header).contains("language-chemin");
            assertThat(header).contains(value);
            assertThat(TENANT.languages())
                    .containsAll(TENANT.spoken(value).stream().toList());
        });
    }

    /** By the server's own parser. */
    private static Cookie[] cookies(byte[] header) {
        var headers = new MimeHeaders();
        headers.addValue("Cookie").setBytes(header, 0, header.length);
        var parsed = new ServerCookies(4);
        try {
            new Rfc6265CookieProcessor().parseCookieHeader(headers, parsed);
        } catch (IllegalArgumentException _) {
            return new Cookie[0]; // more than two hundred: the server answers 400, see MangledCookieTests
        }
        return IntStream.range(0, parsed.getCookieCount())
                .mapToObj(parsed::getCookie)
                .map(one -> new Cookie(one.getName().toString(), one.getValue().toString()))
                .toArray(Cookie[]::new);
    }
}
