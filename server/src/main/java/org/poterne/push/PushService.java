package org.poterne.push;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * One line of the list of push services.
 *
 * @param host all below it when it begins with {@code *.}
 */
record PushService(String scheme, String host, int port) {

    /** {@code web.push.apple.com}, {@code *.notify.windows.com}, {@code push.example.org:8443}, {@code http://localhost:8090}. */
    private static final Pattern FORM = Pattern.compile(
            "(?<clear>http://)?(?<host>(\\*\\.(?=.+\\..))?([a-z0-9-]{1,63}\\.)*[a-z][a-z0-9-]{0,62})(:(?<port>[1-9][0-9]{0,4}))?");

    static PushService parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(text, "is no host as web.push.apple.com, *.notify.windows.com or push.example.org:8443");
        }
        var inClear = form.group("clear") != null;
        var scheme = inClear ? "http" : "https";
        var port = form.group("port") == null ? usual(scheme) : Integer.parseInt(form.group("port"));
        var service = new PushService(scheme, form.group("host"), port);
        if (inClear && !service.isLoopback()) {
            throw refused(text, "is in clear, and only this machine may be reached so");
        }
        return service;
    }

    boolean serves(URI endpoint) {
        return scheme.equals(endpoint.getScheme())
                && port == (endpoint.getPort() == -1 ? usual(scheme) : endpoint.getPort())
                && isOurs(endpoint.getHost());
    }

    /** A whole name, or a name below: never a piece of one, as {@code fcm.googleapis.com.evil.example} hopes. */
    private boolean isOurs(String name) {
        return host.startsWith("*.")
                ? name.length() > host.length() - 1 && name.endsWith(host.substring(1))
                : name.equals(host);
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.matches("127\\.[0-9.]+|\\[::1]");
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("poterne.push.services: '" + text + "' " + why);
    }
}
