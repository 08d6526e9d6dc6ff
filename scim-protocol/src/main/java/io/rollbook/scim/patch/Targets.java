package io.rollbook.scim.patch;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;

import org.jspecify.annotations.Nullable;

/** Reads paths (RFC 7644 §3.5.2, rule PATH) and holds them to the schema's mutability. */
final class Targets {
    private final ResourceType type;
    private final Profile profile;

    Targets(ResourceType type, Profile profile) {
        this.type = type;
        this.profile = profile;
    }

    Target read(@Nullable String path) {
        if (path == null || path.equalsIgnoreCase(type.base().id())) {
            return new Target.Resource();
        }
        Extension extension = type.extension(path);
        if (extension != null) {
            return new Target.Container(extension);
        }
        int open = path.indexOf('[');
        return open < 0 ? plain(path) : filtered(path, open);
    }

    private Target plain(String text) {
        AttributePath path = writable(text);
        Attribute sub = path.subAttribute();
        return sub == null
                ? new Target.Whole(path)
                : new Target.Elements(
                        new AttributePath(path.extensionUrn(), path.attribute(), null), null, sub);
    }

    private Target filtered(String text, int open) {
        // A filter may hold brackets in its strings, but what follows it cannot.
        int close = text.lastIndexOf(']');
        AttributePath path = writable(text.substring(0, open));
        if (close < open) {
            throw Refusals.malformedPath("'[' without ']'");
        }
        if (!path.target().isComplex()) {
            throw Refusals.malformedPath("'%s' has no elements to choose from".formatted(path));
        }
        Filter filter =
                Refusal.orThrow(
                        FilterParser.parseElementFilter(
                                text.substring(open + 1, close), path.attribute(), profile));
        return new Target.Elements(
                path,
                LocationFilter.byId(path.attribute(), filter),
                subAttribute(path, text.substring(close + 1)));
    }

    private static @Nullable Attribute subAttribute(AttributePath path, String tail) {
        if (tail.isEmpty()) {
            return null;
        }
        if (tail.charAt(0) != '.') {
            throw Refusals.malformedPath("']' is followed by the end or by '.' and a name");
        }
        Attribute sub = path.attribute().subAttributes().find(tail.substring(1));
        if (sub == null) {
            throw Refusals.path(path + tail);
        }
        if (sub.isReadOnly()) {
            throw Refusals.readOnly(path.withSubAttribute(sub));
        }
        return sub;
    }

    private AttributePath writable(String text) {
        AttributePath path =
                AttributePath.resolve(text, type).orElseThrow(() -> Refusals.path(text));
        if (path.attribute().isReadOnly() || path.target().isReadOnly()) {
            throw Refusals.readOnly(path);
        }
        return path;
    }
}
