package io.rollbook.projections.order;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.ComparableForm;
import io.rollbook.projections.document.IndexKey;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;

import java.util.Map;

/**
 * Attributes as keys. A key orders as the filters' {@code gt} and {@code lt} compare, whatever the
 * database's locale is: by the comparable form, of which a text's first {@link IndexKey#LENGTH}
 * characters count.
 */
public final class SortKeys {

    /** In this order lists are shown that are asked for in none. */
    public static final SortKey CREATION = SortKey.column("created", KeyKind.MOMENT);

    /** What every resource type has an index for. */
    private static final Map<String, SortKey> COMMON =
            Map.of(
                    "id", SortKey.column("id", KeyKind.TEXT),
                    "meta.created", CREATION,
                    "meta.lastModified", SortKey.column("last_modified", KeyKind.MOMENT));

    private final String tenantId;
    private final String baseUri;

    /**
     * @param baseUri what locations start with for this request
     */
    public SortKeys(String tenantId, String baseUri) {
        this.tenantId = tenantId;
        this.baseUri = baseUri;
    }

    /** The key of one resource type, from an index where there is one. */
    public SortKey of(ResourceView view, AttributePath path) {
        var indexed = view.indexed();
        if (path.equals(indexed.name())) {
            return SortKey.column("name_key", KeyKind.TEXT);
        }
        if (path.equals(indexed.display())) {
            return SortKey.column("display_key", KeyKind.TEXT);
        }
        var common = path.extensionUrn() == null ? COMMON.get(path.toString()) : null;
        return common == null ? computed(view, path) : common;
    }

    /** A key that is of the same kind, and missing in the same way, for every resource type. */
    public SortKey computed(ResourceView view, AttributePath path) {
        var value = value(view, path);
        return switch (kind(path)) {
            case NUMBER ->
                    new SortKey(
                            value.within("(case when jsonb_typeof(", ") = 'number' then (")
                                    .then(value)
                                    .then(" #>> '{}')::numeric end)"),
                            KeyKind.NUMBER,
                            true);
            case TEXT, MOMENT ->
                    new SortKey(
                            text(path.target(), value.within("(", " #>> '{}')"))
                                    .within("(left(", ", " + IndexKey.LENGTH + ") collate \"C\")"),
                            KeyKind.TEXT,
                            true);
        };
    }

    /** Points in time are texts of digits in the comparable form. */
    public static KeyKind kind(AttributePath path) {
        var type = path.target().type();
        return type == AttributeType.INTEGER || type == AttributeType.DECIMAL
                ? KeyKind.NUMBER
                : KeyKind.TEXT;
    }

    /** Whether the same resource has another key when it is asked for by another base URI. */
    public static boolean dependsOnBaseUri(AttributePath path) {
        return path.target().type() == AttributeType.REFERENCE;
    }

    private Sql text(Attribute attribute, Sql text) {
        return attribute.type() == AttributeType.REFERENCE
                ? text.within("replace(", ", ")
                        .then("?, ?)", StoredForm.BASE_URI, comparableBaseUri(attribute))
                : text;
    }

    private String comparableBaseUri(Attribute attribute) {
        var below = "/";
        var comparable = ComparableForm.of(attribute, baseUri + below);
        return comparable.substring(0, comparable.length() - below.length());
    }

    /** One value as {@code jsonb}: of the primary element, or else of the first. */
    private Sql value(ResourceView view, AttributePath path) {
        var attribute = path.attribute();
        var sub = path.subAttribute();
        if (path.extensionUrn() == null && view.isRelation(attribute)) {
            var first = view.relation().first(tenantId).within("(select e.v from (", ") e (v))");
            return sub == null ? first : at(first, "$" + member(sub) + "[*]");
        }
        var document = container(path);
        if (!attribute.multiValued() && (sub == null || !sub.multiValued())) {
            return sub == null
                    ? member(document, attribute)
                    : member(member(document, attribute), sub);
        }
        var list = "$" + member(attribute);
        var primary = at(document, list + "[*] ? (@.primary == true)");
        var element = primary.within("coalesce(", ", ").then(at(document, list + "[0]")).then(")");
        return sub == null ? element : at(element, "$" + member(sub) + "[*]");
    }

    private static Sql container(AttributePath path) {
        var urn = path.extensionUrn();
        return urn == null ? Sql.of("r.search") : Sql.of("(r.search -> ?::text)", urn);
    }

    private static Sql member(Sql object, Attribute attribute) {
        return object.within("(", " -> ").then("?::text)", attribute.name());
    }

    private static String member(Attribute attribute) {
        return ".\"" + attribute.name().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The first of what a path leads to; in lax mode, a single value is a list of one. */
    private static Sql at(Sql document, String jsonPath) {
        return document.within("jsonb_path_query_first(", ", ").then("?::jsonpath)", jsonPath);
    }
}
