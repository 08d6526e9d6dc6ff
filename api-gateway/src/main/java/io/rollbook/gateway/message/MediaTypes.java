package io.rollbook.gateway.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which media types are taken and given (RFC 7644 §3.8). */
public final class MediaTypes {

    public static final String SCIM = "application/scim+json";
    public static final String JSON = "application/json";

    private static final Set<String> READABLE = Set.of(SCIM, JSON);
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");
    private static final Set<String> GIVEN = Set.of(SCIM, JSON, "application/*", "*/*");

    private MediaTypes() {}

    /** Whether a body of this type can be read: JSON in UTF-8, parameters do not matter else. */
    public static boolean isReadable(String contentType) {
        List<String> parts = parts(contentType, ";");
        return READABLE.contains(parts.getFirst())
                && parts.stream()
                        .skip(1)
                        .filter(parameter -> parameter.startsWith("charset="))
                        .map(parameter -> parameter.substring("charset=".length()))
                        .allMatch(charset -> CHARSETS.contains(charset.replace("\"", "")));
    }

    /**
     * Whether a client that accepts this can be answered. Only the hopeless is refused: what cannot
     * be understood counts as acceptable.
     */
    public static boolean canAnswer(String accept) {
        List<String> ranges = parts(accept, ",").stream().filter(r -> !r.isEmpty()).toList();
        return ranges.isEmpty() || ranges.stream().anyMatch(MediaTypes::isGiven);
    }

    private static boolean isGiven(String range) {
        List<String> parts = parts(range, ";");
        String type = parts.getFirst();
        boolean excluded = parts.stream().skip(1).anyMatch(p -> p.matches("q=0(\\.0{0,3})?"));
        return !excluded && (GIVEN.contains(type) || type.indexOf('/') < 0);
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(separator, -1))
                .map(String::strip)
                .toList();
    }
}
