package io.rollbook.gateway.caller;

import java.util.List;
import java.util.Optional;

/** The credential of an {@code Authorization} header (RFC 6750 §2.1). */
public final class BearerCredential {

    private static final String SCHEME = "Bearer ";

    private BearerCredential() {}

    /**
     * @param headers every {@code Authorization} header of the request; more than one is none
     */
    public static Optional<String> in(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.getFirst();
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
