package io.rollbook.scim.resource;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code schemas} member of a resource that a client sent (RFC 7643 §3). The strict profile
 * wants it complete and true; Entra leaves extensions out and names schemas of its own.
 */
final class SchemasMember {
    static final String NAME = "schemas";

    private final boolean lenient;

    /** The lenient profile does not ask. */
    private final Set<String> urns;

    SchemasMember(boolean lenient) {
        this.lenient = lenient;
        this.urns = lenient ? Set.of() : new TreeSet<>();
    }

    void read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                add(parser);
            }
        } else if (!lenient || token != JsonToken.VALUE_NULL) {
            add(parser);
        }
    }

    void check(ResourceType type, Complex attributes) {
        if (lenient) {
            return;
        }
        if (!urns.contains(lower(type.base().id()))) {
            throw syntax("'schemas' does not name '%s'.".formatted(type.base().id()));
        }
        for (Extension extension : type.extensions()) {
            String urn = extension.schema().id();
            if (attributes.has(urn) && !urns.contains(lower(urn))) {
                throw syntax("'schemas' does not name '%s', which is used.".formatted(urn));
            }
        }
        for (String urn : urns) {
            if (!urn.equals(lower(type.base().id())) && type.extension(urn) == null) {
                throw Misfit.value(
                        "'schemas' names a schema that '%s' does not have."
                                .formatted(type.endpoint()));
            }
        }
    }

    private void add(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw syntax("'schemas' is not an array of URNs.");
        }
        if (!lenient && !urns.add(lower(parser.getString()))) {
            throw Misfit.value("'schemas' names a schema twice.");
        }
    }

    private static Refusal syntax(String detail) {
        return new Refusal(ScimError.badRequest(ScimType.INVALID_SYNTAX, detail));
    }

    private static String lower(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
