package org.poterne.totp;

/** How a seed is written for applications and people (RFC 4648 §6), without padding, as the key URI asks. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var bits = 0;
        for (var octet : bytes) {
            held = ((held << Byte.SIZE) | (octet & 0xff)) & 0xfff; // at most four bits wait for the next octet
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((held >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((held << (BITS - bits)) & 0x1f));
        }
        return text.toString();
    }
}
