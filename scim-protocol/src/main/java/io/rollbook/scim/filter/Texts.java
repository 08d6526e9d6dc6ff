package io.rollbook.scim.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.schema.Attribute;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The forms in which two texts of one attribute are compared. */
public final class Texts {
    private static final Pattern VERSION_SEGMENT = Pattern.compile("/v[0-9]+(?=/)");
    private static final Pattern PADDING = Pattern.compile("=+$");

    private Texts() {}

    /**
     * The text of which equal values have the same: {@code /v2/Users/1} names the same resource as
     * {@code /Users/1} (RFC 7643 §2.4), base64url the same bytes as base64 (§2.3.6), and a text
     * that is not {@code caseExact} is folded.
     */
    public static String comparable(Attribute attribute, String text) {
        return switch (attribute.type()) {
            case REFERENCE -> sameUri(attribute, text);
            case BINARY -> PADDING.matcher(text.replace('-', '+').replace('_', '/')).replaceAll("");
            case STRING, DATE_TIME -> attribute.caseExact() ? text : CaseFold.fold(text);
            case BOOLEAN, INTEGER, DECIMAL, COMPLEX -> text;
        };
    }

    /** By code points, as a database with the collation "C" orders them. */
    static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
    }

    private static String sameUri(Attribute attribute, String text) {
        boolean toResource =
                attribute.referenceTypes().stream()
                        .anyMatch(target -> Character.isUpperCase(target.charAt(0)));
        return toResource ? VERSION_SEGMENT.matcher(text).replaceFirst("") : text;
    }
}
