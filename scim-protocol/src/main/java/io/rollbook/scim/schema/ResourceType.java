package io.rollbook.scim.schema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of resource (RFC 7643 §6).
 *
 * @param endpoint e.g. {@code /Users}
 * @param attributes everything at the top level in the order of representation: the common
 *     attributes of RFC 7643 §3.1 and those of the base schema
 * @param detached names of attributes that are kept apart from the resource and never loaded with
 *     it, because they have no bound: a group's members
 * @param members the names at the top level: of the attributes, and behind them of the extensions
 */
public record ResourceType(
        String name,
        String endpoint,
        String description,
        Schema base,
        List<Extension> extensions,
        Attributes attributes,
        Set<String> detached,
        NameTable members) {

    public ResourceType {
        extensions = List.copyOf(extensions);
        detached = Set.copyOf(detached);
    }

    public ResourceType(
            String name,
            String endpoint,
            String description,
            Schema base,
            List<Extension> extensions,
            Attributes attributes,
            Set<String> detached) {
        this(
                name,
                endpoint,
                description,
                base,
                extensions,
                attributes,
                detached,
                members(attributes, extensions));
    }

    static ResourceType of(
            String name,
            String endpoint,
            String description,
            Schema base,
            List<Extension> extensions,
            Attributes common,
            Set<String> detached) {
        List<Attribute> all = new ArrayList<>(common.inOrder());
        all.addAll(base.attributes().inOrder());
        return new ResourceType(
                name, endpoint, description, base, extensions, new Attributes(all), detached);
    }

    ResourceType extendedBy(List<Extension> more) {
        List<Extension> all = new ArrayList<>(extensions);
        all.addAll(more);
        return new ResourceType(name, endpoint, description, base, all, attributes, detached);
    }

    /** The extension with this URN, in any case. */
    public @Nullable Extension extension(String urn) {
        for (Extension extension : extensions) {
            if (extension.schema().id().equalsIgnoreCase(urn)) {
                return extension;
            }
        }
        return null;
    }

    /** The extension at a place of {@link #members}; null when none is there. */
    public @Nullable Extension extensionAt(int place) {
        int behind = place - attributes.inOrder().size();
        return behind >= 0 ? extensions.get(behind) : null;
    }

    public boolean isDetached(Attribute attribute) {
        return detached.contains(attribute.name());
    }

    private static NameTable members(Attributes attributes, List<Extension> extensions) {
        return new NameTable(
                Stream.concat(
                                attributes.stream().map(Attribute::name),
                                extensions.stream().map(each -> each.schema().id()))
                        .toList());
    }
}
