package io.rollbook.scim.projection;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The part of a resource that an answer shows. Thread-safe once made. Names that the resource type
 * does not know are ignored, in both directions.
 */
public final class Projection {
    private static final Many NOTHING = new Many(List.of());

    private final boolean only;
    private final Selection selection;
    private final boolean touchesResource;

    /**
     * @param only whether the selection is what is shown; otherwise it is what is left out
     */
    Projection(boolean only, Selection selection, Set<String> detached) {
        this.only = only;
        this.selection = selection;
        this.touchesResource = only || !detached.containsAll(selection.names());
    }

    /**
     * @param attributes the parameter as sent: names separated by commas
     * @param excludedAttributes likewise; refused together with the other
     */
    public static Outcome<Projection> parse(
            @Nullable String attributes, @Nullable String excludedAttributes, ResourceType type) {
        return parse(attributes, excludedAttributes, type, path -> false);
    }

    /**
     * Of the answer to a write, which also shows what is returned on request when the client has
     * written it (RFC 7643 §7).
     *
     * @param written whether the request names an attribute
     */
    public static Outcome<Projection> parse(
            @Nullable String attributes,
            @Nullable String excludedAttributes,
            ResourceType type,
            Predicate<AttributePath> written) {
        return ProjectionParser.parse(attributes, excludedAttributes, type, written);
    }

    /** Everything that is shown when a request asks for nothing special. */
    public static Projection standard(ResourceType type) {
        return ProjectionParser.excluding("", type, path -> false);
    }

    /** Whether the resource is shown as it is. */
    public boolean isDefault() {
        return !only && selection.isEmpty();
    }

    /** Whether any of this attribute is shown; if not, it need not even be loaded. */
    public boolean includes(String attribute) {
        Selection selected = selection.get(attribute);
        return only ? selected != null : selected == null || !selected.isWhole();
    }

    /**
     * The JSON to send, from the stored form. Splices that are not shown may be passed, but it is
     * cheaper not to make them.
     */
    public byte[] render(byte[] canonical, String baseUri, List<Splice> splices) {
        if (isDefault()) {
            return CanonicalJson.render(canonical, baseUri, splices);
        }
        byte[] shown =
                touchesResource ? apply(CanonicalJson.render(canonical, baseUri)) : canonical;
        List<Splice> shownSplices = new ArrayList<>(splices.size());
        for (Splice splice : splices) {
            if (isUntouched(splice.name())) {
                shownSplices.add(splice);
            } else if (includes(splice.name())) {
                shownSplices.add(part(splice, baseUri));
            }
        }
        return CanonicalJson.render(shown, baseUri, shownSplices);
    }

    /** The part of a resource that has been rendered already. */
    public byte[] apply(byte[] json) {
        return isDefault() ? json : Json.write(apply(Json.readObject(json)));
    }

    public Complex apply(Complex resource) {
        return Pruning.of(only).part(resource, selection);
    }

    private boolean isUntouched(String name) {
        Selection selected = selection.get(name);
        return only ? selected != null && selected.isWhole() : selected == null;
    }

    /** A splice is JSON but for the base URI: rendered into an empty object it can be read. */
    private Splice part(Splice splice, String baseUri) {
        Complex whole = Json.readObject(CanonicalJson.renderAlone(splice, baseUri));
        Value part = apply(whole).get(splice.name());
        return new Splice(splice.name(), Json.write(part == null ? NOTHING : part));
    }
}
