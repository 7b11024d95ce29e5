package org.summertrip.users.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses: {@code 10.42.0.0/16}, {@code ::1}. */
record Network(byte[] prefix, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    static Network parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = address(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("users.exempt-networks: not an address or network: " + text);
        }
        int bits = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("users.exempt-networks: not a network: " + text);
        }
        return new Network(address, bits);
    }

    boolean contains(String text) {
        byte[] address = address(text);
        if (address == null || address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Literals only: a name would have to be looked up, which blocks. */
    private static byte[] address(String text) {
        String bare = text == null ? "" : text.replaceAll("%.*", "");
        try {
            return LITERAL.matcher(bare).matches() ? InetAddress.getByName(bare).getAddress() : null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
