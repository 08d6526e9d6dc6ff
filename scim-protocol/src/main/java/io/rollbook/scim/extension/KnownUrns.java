package io.rollbook.scim.extension;

import io.rollbook.scim.schema.SchemaCatalog;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an extension may be called. A name is not taken twice, and no name may look like another
 * schema's attribute: {@code urn:a:b} with an attribute {@code c} beside a schema {@code urn:a:b:c}
 * would let one path mean two things.
 */
final class KnownUrns {
    private static final int LONGEST = 200;

    /** RFC 8141 without the characters that mean something in paths and filters. */
    private static final Pattern URN =
            Pattern.compile(
                    "urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9](:[A-Za-z0-9][A-Za-z0-9._-]*)+",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern RESERVED =
            Pattern.compile("urn:ietf:params:scim:(api|schemas:core):.*", Pattern.CASE_INSENSITIVE);

    private KnownUrns() {}

    static void checkForm(String urn) {
        if (urn.length() > LONGEST || !URN.matcher(urn).matches()) {
            throw Objection.at(
                    "id",
                    "a URN of at most %d characters is expected, such as urn:ietf:params:scim:schemas:extension:Example:2.0:User: parts of letters, digits, '.', '_' and '-' between colons."
                            .formatted(LONGEST));
        }
        if (RESERVED.matcher(urn).matches()) {
            throw Objection.at("id", "this name belongs to SCIM itself (RFC 7643 §10.3).");
        }
    }

    static void check(String urn, Collection<TenantExtension> others) {
        Stream.concat(
                        SchemaCatalog.standard().schemas().stream().map(schema -> schema.id()),
                        others.stream().map(TenantExtension::urn))
                .forEach(known -> check(urn, known));
    }

    private static void check(String urn, String known) {
        if (urn.equalsIgnoreCase(known)) {
            throw Objection.conflict("id", "there is a schema '%s' already.".formatted(known));
        }
        if (isAttributeOf(urn, known) || isAttributeOf(known, urn)) {
            throw Objection.conflict(
                    "id",
                    "beside the schema '%s' it could be taken for an attribute.".formatted(known));
        }
    }

    private static boolean isAttributeOf(String longer, String shorter) {
        String prefix = shorter.toLowerCase(Locale.ROOT) + ":";
        return longer.toLowerCase(Locale.ROOT).startsWith(prefix)
                && longer.indexOf(':', prefix.length()) < 0;
    }
}
