package org.summertrip.gateway;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.InetSocketAddress;
import java.util.HexFormat;

/** A range of addresses: {@code 10.42.0.0/16}, {@code fd00::/8}, or a single one. */
@RegisterForReflection
public final class Network {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int HOUSEHOLD_BYTES = 8;

    private final String text;
    private final IpSubnetFilterRule rule;

    private Network(String text, IpSubnetFilterRule rule) {
        this.text = text;
        this.rule = rule;
    }

    /** Reads CIDR notation; the configuration calls it. Host names are refused: trust must not depend on DNS. */
    public static Network of(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!isAddress(parts[0])) {
            throw new IllegalArgumentException(text + " is not an address or network");
        }
        int bits = NetUtil.isValidIpV4Address(parts[0]) ? IPV4_BITS : IPV6_BITS;
        try {
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            return new Network(text, new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT));
        } catch (IllegalArgumentException outOfRange) {
            throw new IllegalArgumentException(text + " is not an address or network", outOfRange);
        }
    }

    /** Whether this is an address and nothing else. */
    public static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    /** The network that one customer of a provider has to himself: the address, or its /64 in IPv6. */
    public static String household(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length * Byte.SIZE == IPV4_BITS) {
            return address;
        }
        return HexFormat.of().formatHex(bytes, 0, HOUSEHOLD_BYTES) + "::/64";
    }

    public boolean contains(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && rule.matches(new InetSocketAddress(address, 0));
    }

    @Override
    public String toString() {
        return text;
    }
}
