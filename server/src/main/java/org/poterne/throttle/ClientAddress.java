package org.poterne.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as budgets count it: an IPv4 address, or the /64 of an IPv6 one, since whoever has one
 * address there has them all.
 *
 * <p>Of the connection itself: headers such as X-Forwarded-For are believed only where the operator has named a proxy.
 */
public record ClientAddress(String value) {

    private static final int NETWORK_BYTES = 8;

    /** @param remote the textual address of the peer, never a name */
    public static ClientAddress of(String remote) {
        var address = InetAddress.ofLiteral(remote);
        return address instanceof Inet6Address
                ? new ClientAddress(
                        HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64")
                : new ClientAddress(address.getHostAddress());
    }
}
