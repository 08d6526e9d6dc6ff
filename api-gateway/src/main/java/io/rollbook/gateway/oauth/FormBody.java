package io.rollbook.gateway.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a form; those without a value are treated as left out (RFC 6749 §3.2).
 *
 * @param parameters each once
 */
record FormBody(Map<String, String> parameters) {

    private static final String TYPE = "application/x-www-form-urlencoded";

    static boolean isForm(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals(TYPE);
    }

    /** Empty when it is not a form, or names a parameter twice. */
    static Optional<FormBody> read(byte[] body) {
        var parameters = new HashMap<String, String>();
        for (var part : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            var pair = part.split("=", 2);
            try {
                var name = decoded(pair[0]);
                var value = pair.length == 2 ? decoded(pair[1]) : "";
                if (!name.isEmpty() && parameters.putIfAbsent(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return Optional.of(new FormBody(Map.copyOf(parameters)));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
