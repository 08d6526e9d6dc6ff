package io.rollbook.gateway.address;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scheme, host and port as the client used them, e.g. {@code https://host:8443}: the configured
 * address; or what a trusted proxy says in {@code X-Forwarded-Proto}, {@code -Host} and {@code
 * -Port}; or the request itself.
 */
public final class PublicAddress {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private final @Nullable URI configured;
    private final List<AddressRange> trustedProxies;

    public PublicAddress(@Nullable URI configured, List<AddressRange> trustedProxies) {
        this.configured = configured;
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    /** Without a trailing slash. */
    public String of(HttpServletRequest request) {
        if (configured != null) {
            return configured.toString();
        }
        boolean forwarded = cameThroughTrustedProxy(request);
        String scheme =
                forwarded
                        ? forwarded(request, "X-Forwarded-Proto")
                                .filter(name -> name.equals("https") || name.equals("http"))
                                .orElse(request.getScheme())
                        : request.getScheme();
        String host = forwarded ? forwardedHost(request) : requestedHost(request);
        return scheme + "://" + withoutDefaultPort(scheme, host);
    }

    private boolean cameThroughTrustedProxy(HttpServletRequest request) {
        if (trustedProxies.isEmpty()) {
            return false;
        }
        InetAddress sender = InetAddress.ofLiteral(request.getRemoteAddr());
        return trustedProxies.stream().anyMatch(range -> range.contains(sender));
    }

    private static String forwardedHost(HttpServletRequest request) {
        Optional<String> host =
                forwarded(request, "X-Forwarded-Host").filter(name -> HOST.matcher(name).matches());
        if (host.isEmpty()) {
            return requestedHost(request);
        }
        boolean hasPort = host.get().matches(".*:\\d{1,5}");
        Optional<String> port =
                forwarded(request, "X-Forwarded-Port")
                        .filter(number -> !hasPort && PORT.matcher(number).matches());
        return port.map(number -> host.get() + ":" + number).orElse(host.get());
    }

    /** The first value: what the proxy nearest to the client saw. */
    private static Optional<String> forwarded(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(values -> values.split(",", 2)[0].strip());
    }

    private static String requestedHost(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && HOST.matcher(host).matches()
                ? host
                : request.getLocalName() + ":" + request.getLocalPort();
    }

    private static String withoutDefaultPort(String scheme, String host) {
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        return host.endsWith(defaultPort)
                ? host.substring(0, host.length() - defaultPort.length())
                : host;
    }
}
