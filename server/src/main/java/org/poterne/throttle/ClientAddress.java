package org.poterne.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a request comes from, as budgets count it: an IPv4 address, or the /64 of an IPv6 one, since whoever has one
 * address there has them all.
 *
 * <p>Of the connection itself: headers such as X-Forwarded-For are believed only where the operator has named a proxy.
 */
public record ClientAddress(String value) {

    private static final int NETWORK_BYTES = 8;
    private static final Pattern NETWORK = Pattern.compile("([0-9a-f]{4})".repeat(4) + "/64");
    private static final ClientAddress NOWHERE = new ClientAddress("unknown");

    /**
     * Of the peer, or of the visitor that a trusted proxy names. What is no address shares one bucket: counted together is
     * safe, and an odd proxy must not turn every request into an error.
     *
     * @param remote a textual address; some proxies write a port behind it
     */
    public static ClientAddress of(String remote) {
        var bare = remote.matches("[0-9.]+:[0-9]+") ? remote.substring(0, remote.indexOf(':')) : remote;
        try {
            var address = InetAddress.ofLiteral(bare);
            return address instanceof Inet6Address
                    ? new ClientAddress(
                            HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64")
                    : new ClientAddress(address.getHostAddress());
        } catch (IllegalArgumentException _) {
            return NOWHERE;
        }
    }

    /** As people write addresses: {@code 203.0.113.7}, {@code 2001:db8::/64}; empty when it is none. */
    public String shown() {
        var network = NETWORK.matcher(value);
        if (!network.matches()) {
            return value.matches("[0-9.]+") ? value : "";
        }
        return IntStream.rangeClosed(1, network.groupCount())
                        .mapToObj(group -> Integer.toHexString(Integer.parseInt(network.group(group), 16)))
                        .collect(Collectors.joining(":"))
                        .replaceFirst("(^|:)0(:0)*$", "")
                + "::/64";
    }
}
