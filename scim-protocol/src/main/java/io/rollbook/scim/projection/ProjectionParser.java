package io.rollbook.scim.projection;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Binds the names of the two parameters to the schema. */
final class ProjectionParser {
    private ProjectionParser() {}

    static Outcome<Projection> parse(
            @Nullable String attributes,
            @Nullable String excluded,
            ResourceType type,
            Predicate<AttributePath> written) {
        boolean only = attributes != null && !attributes.isBlank();
        boolean without = excluded != null && !excluded.isBlank();
        if (only && without) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "'attributes' and 'excludedAttributes' cannot be used together."));
        }
        return Outcome.accepted(
                only && attributes != null
                        ? including(attributes, type)
                        : excluding(excluded == null ? "" : excluded, type, written));
    }

    private static Projection including(String names, ResourceType type) {
        Selection selection = new Selection();
        add(names, type, selection, path -> path.target().returned() != Returned.NEVER);
        everyWith(Returned.ALWAYS, type).forEach(selection::add);
        return new Projection(true, selection, type.detached());
    }

    /** Attributes that are returned on request are left out here, but for those just written. */
    static Projection excluding(String names, ResourceType type, Predicate<AttributePath> written) {
        Selection selection = new Selection();
        add(names, type, selection, path -> path.target().returned() != Returned.ALWAYS);
        everyWith(Returned.REQUEST, type).filter(written.negate()).forEach(selection::add);
        return new Projection(false, selection, type.detached());
    }

    /** The name of an extension stands for its attributes that are shown without being named. */
    private static void add(
            Extension extension, Selection selection, Predicate<AttributePath> selectable) {
        List<AttributePath> paths = pathsOf(extension).toList();
        if (paths.stream().allMatch(path -> path.attribute().returned() == Returned.DEFAULT)) {
            selection.addWhole(extension.schema().id());
            return;
        }
        paths.stream()
                .filter(path -> path.attribute().returned() != Returned.REQUEST)
                .filter(selectable)
                .forEach(selection::add);
    }

    private static Stream<AttributePath> everyWith(Returned returned, ResourceType type) {
        return Stream.concat(
                        type.attributes().stream().map(AttributePath::of),
                        type.extensions().stream().flatMap(ProjectionParser::pathsOf))
                .filter(path -> path.attribute().returned() == returned);
    }

    private static Stream<AttributePath> pathsOf(Extension extension) {
        return extension.schema().attributes().stream()
                .map(attribute -> new AttributePath(extension.schema().id(), attribute, null));
    }

    private static void add(
            String names,
            ResourceType type,
            Selection selection,
            Predicate<AttributePath> selectable) {
        for (String name : names.split(",", -1)) {
            String trimmed = name.strip();
            Extension extension = type.extension(trimmed);
            if (extension != null) {
                add(extension, selection, selectable);
            } else if (trimmed.equalsIgnoreCase(type.base().id())) {
                addAll(type, selection, selectable);
            } else {
                AttributePath.resolve(trimmed, type).filter(selectable).ifPresent(selection::add);
            }
        }
    }

    /** The URN alone stands for every attribute of its schema. */
    private static void addAll(
            ResourceType type, Selection selection, Predicate<AttributePath> selectable) {
        type.base().attributes().stream()
                .map(AttributePath::of)
                .filter(path -> path.attribute().returned() != Returned.REQUEST)
                .filter(selectable)
                .forEach(selection::add);
    }
}
