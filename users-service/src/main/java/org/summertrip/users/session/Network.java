package org.summertrip.users.session;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A range of addresses in CIDR form.
 *
 * @param bytes of its first address, 4 or 16
 * @param prefix how many leading bits count
 */
record Network(byte[] bytes, int prefix) {
    private static final int MAPPED_PREFIX = 12;

    static Network parse(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] bytes = bytes(parts[0]);
        int longest = bytes == null ? 0 : bytes.length * Byte.SIZE;
        int prefix = parts.length == 1 ? longest : number(parts[1]);
        if (bytes == null || parts.length > 2 || prefix < 0 || prefix > longest) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Network(bytes, prefix);
    }

    /** The bytes of a literal address, null for anything else; nothing is ever looked up. IPv4 in IPv6 is IPv4. */
    static byte[] bytes(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address.replaceAll("%.*", ""));
        if (bytes == null || bytes.length == 4) {
            return bytes;
        }
        boolean mapped = HexFormat.of().formatHex(bytes, 0, MAPPED_PREFIX).equals("00000000000000000000ffff");
        return mapped ? Arrays.copyOfRange(bytes, MAPPED_PREFIX, bytes.length) : bytes;
    }

    boolean contains(byte[] address) {
        if (address == null || address.length != bytes.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        int rest = prefix % Byte.SIZE;
        return Arrays.equals(address, 0, whole, bytes, 0, whole)
                && (rest == 0 || (address[whole] ^ bytes[whole]) >> (Byte.SIZE - rest) == 0);
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
