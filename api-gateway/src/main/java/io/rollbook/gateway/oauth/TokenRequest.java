package io.rollbook.gateway.oauth;

import io.rollbook.gateway.exchange.Exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What came to the token endpoint. */
sealed interface TokenRequest {

    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * Well-formed.
     *
     * @param scopes those asked for, empty for all that the client has
     */
    record Asked(Credential credential, List<String> scopes) implements TokenRequest {

        public Asked {
            scopes = List.copyOf(scopes);
        }
    }

    record Refused(OAuthError error) implements TokenRequest {}

    /** By what a client authenticates (RFC 6749 §2.3). */
    sealed interface Credential {

        /** {@code client_secret_basic} and {@code client_secret_post}. */
        record Secret(String clientId, String secret) implements Credential {

            /** Leaves the secret out, so that it cannot reach a log. */
            @Override
            public String toString() {
                return "Secret[" + clientId + "]";
            }
        }

        /**
         * {@code private_key_jwt} (RFC 7523 §2.2).
         *
         * @param clientId empty when the request names none: then the assertion's subject is it
         */
        record Assertion(Optional<String> clientId, String jwt) implements Credential {

            @Override
            public String toString() {
                return "Assertion[" + clientId + "]";
            }
        }
    }

    static TokenRequest read(Exchange exchange, byte[] body) {
        var type = exchange.http().getContentType();
        if (type == null || !FormBody.isForm(type)) {
            return invalid("The body must be application/x-www-form-urlencoded.");
        }
        if (exchange.http().getQueryString() != null) {
            return invalid("Parameters belong in the body, not in the address.");
        }
        var form = FormBody.read(body);
        if (form.isEmpty()) {
            return invalid("The body is not a form, or names a parameter twice.");
        }
        var grant = form.get().get("grant_type");
        if (grant.isEmpty()) {
            return invalid("grant_type is missing.");
        }
        return grant.get().equals("client_credentials")
                ? read(exchange.authorization(), form.get())
                : new Refused(OAuthError.UNSUPPORTED_GRANT_TYPE);
    }

    private static TokenRequest read(List<String> authorization, FormBody form) {
        var secret = form.get("client_secret");
        var assertion = form.get("client_assertion");
        int ways =
                authorization.size()
                        + (secret.isPresent() ? 1 : 0)
                        + (assertion.isPresent() ? 1 : 0);
        if (ways > 1) {
            return invalid("A client authenticates in one way only.");
        }
        var clientId = form.get("client_id");
        Optional<Credential> credential =
                authorization.isEmpty()
                        ? assertion
                                .<Credential>map(jwt -> new Credential.Assertion(clientId, jwt))
                                .or(() -> posted(clientId, secret))
                        : basic(authorization.getFirst());
        if (assertion.isPresent()
                && !form.get("client_assertion_type").equals(Optional.of(ASSERTION_TYPE))) {
            return invalid("client_assertion_type must be " + ASSERTION_TYPE + ".");
        }
        if (credential.isEmpty()) {
            return new Refused(OAuthError.INVALID_CLIENT);
        }
        if (credential.get() instanceof Credential.Secret(var id, var _)
                && clientId.isPresent()
                && !clientId.get().equals(id)) {
            return invalid("client_id is not that of the Authorization header.");
        }
        return new Asked(
                credential.get(),
                form.get("scope").map(s -> List.of(s.split(" "))).orElse(List.of()));
    }

    private static Optional<Credential> posted(Optional<String> clientId, Optional<String> secret) {
        return clientId.flatMap(id -> secret.map(text -> new Credential.Secret(id, text)));
    }

    /** Both parts are form-encoded before they are joined (RFC 6749 §2.3.1). */
    private static Optional<Credential> basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var joined =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            int colon = joined.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(
                            new Credential.Secret(
                                    FormBody.decoded(joined.substring(0, colon)),
                                    FormBody.decoded(joined.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TokenRequest invalid(String description) {
        return new Refused(OAuthError.invalidRequest(description));
    }
}
