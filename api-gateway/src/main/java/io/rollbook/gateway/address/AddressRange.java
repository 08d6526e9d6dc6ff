package io.rollbook.gateway.address;

import java.net.InetAddress;

/** A range of IP addresses, such as {@code 10.0.0.0/8} or {@code ::1}. */
public record AddressRange(InetAddress base, int prefix) {

    /** Reads an address or a CIDR range; never asks a name server. */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress base =
                    InetAddress.ofLiteral(
                            slash < 0 ? text.strip() : text.substring(0, slash).strip());
            int bits = base.getAddress().length * Byte.SIZE;
            int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1).strip());
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException("prefix out of range");
            }
            return new AddressRange(base, prefix);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an IP address or a range such as 10.0.0.0/8");
        }
    }

    public boolean contains(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = (0xFF << Math.max(0, Byte.SIZE - (prefix - bit))) & 0xFF;
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
