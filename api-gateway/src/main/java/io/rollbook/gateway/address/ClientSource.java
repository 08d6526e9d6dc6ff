package io.rollbook.gateway.address;

import jakarta.servlet.http.HttpServletRequest;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which address a request came from: that of the connection or, where the connection is a trusted
 * proxy's, the last address in {@code X-Forwarded-For} that is not itself one. What stands before
 * that one may be invented. Of an IPv6 address only the network counts, as its owner has as many
 * addresses as he likes.
 */
public final class ClientSource {

    private static final int BYTES_OF_A_NETWORK = 8;

    private final List<AddressRange> trustedProxies;

    public ClientSource(List<AddressRange> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    /** An IPv4 address, or an IPv6 network such as {@code 2001:db8:1:2:0:0:0:0/64}. */
    public String of(HttpServletRequest request) {
        InetAddress source = InetAddress.ofLiteral(request.getRemoteAddr());
        for (String hop : hops(request)) {
            if (!isTrusted(source)) {
                break;
            }
            Optional<InetAddress> before = parsed(hop);
            if (before.isEmpty()) {
                break;
            }
            source = before.get();
        }
        return text(source);
    }

    /** Beginning with the nearest. */
    private static List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            hops.addAll(Arrays.asList(header.split(",", -1)));
        }
        return hops.reversed();
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    /** Some proxies write the port, too. */
    private static Optional<InetAddress> parsed(String hop) {
        String bare = hop.strip();
        if (bare.startsWith("[") && bare.indexOf(']') > 0) {
            bare = bare.substring(1, bare.indexOf(']'));
        } else if (bare.indexOf('.') > 0 && bare.indexOf(':') > 0) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(InetAddress source) {
        if (!(source instanceof Inet6Address)) {
            return source.getHostAddress();
        }
        byte[] network = source.getAddress();
        Arrays.fill(network, BYTES_OF_A_NETWORK, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address keeps its length", e);
        }
    }
}
