package org.poterne.push;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells the addresses of the internet from those of this machine and its neighbours (IANA special-purpose registries). */
final class PublicAddresses {

    /** 169.254.0.0/16 is where clouds keep a machine's credentials. */
    private static final List<Block> FOUR_NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final Block SIX_PUBLIC = Block.of("2000::/3");

    /** Examples, and what carries another address in it: Teredo, 6to4. */
    private static final List<Block> SIX_NOT_PUBLIC = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** How a network without IPv4 writes the address of whoever has nothing else (RFC 6052). */
    private static final Block TRANSLATED = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicFour(bytes);
        }
        return TRANSLATED.holds(bytes)
                ? isPublicFour(Arrays.copyOfRange(bytes, 12, 16))
                : SIX_PUBLIC.holds(bytes) && SIX_NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isPublicFour(byte[] bytes) {
        return FOUR_NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    /** @param free how many bits of an address do not count */
    private record Block(BigInteger network, int free) {

        static Block of(String text) {
            var parts = text.split("/", 2);
            var address = InetAddress.ofLiteral(parts[0]).getAddress();
            var free = address.length * Byte.SIZE - Integer.parseInt(parts[1]);
            return new Block(new BigInteger(1, address).shiftRight(free), free);
        }

        boolean holds(byte[] address) {
            return new BigInteger(1, address).shiftRight(free).equals(network);
        }
    }
}
