package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.patch.Step.Edit;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.resource.ReferenceValues;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Binds one operation to the schema: which steps it takes. */
final class Binding {
    private final ResourceType type;
    private final boolean lenient;
    private final int number;
    private final Targets targets;
    private final Values values;
    private final DetachedBinding detached;

    Binding(ResourceType type, Profile profile, int number) {
        this.type = type;
        this.lenient = profile == Profile.ENTRA;
        this.number = number;
        this.targets = new Targets(type, profile);
        this.values = new Values(profile);
        this.detached = new DetachedBinding(values, lenient);
    }

    List<Step> steps(Operation operation) {
        if (operation.verb() == Verb.REMOVE) {
            if (operation.path() == null) {
                throw Refusals.noTarget("'remove' needs a path.");
            }
            return remove(targets.read(operation.path()), operation.value());
        }
        if (operation.value() == null) {
            throw Refusals.value("'%s' needs a value.".formatted(operation.verb().keyword()));
        }
        return assign(operation.verb(), targets.read(operation.path()), operation.value());
    }

    /** Adds or replaces. */
    List<Step> assign(Verb verb, Target target, JsonText value) {
        return switch (target) {
            case Target.Resource resource ->
                    new Members(this, type, lenient).ofResource(verb, value);
            case Target.Container(var extension) ->
                    new Members(this, type, lenient).ofExtension(verb, extension, value);
            case Target.Whole(var path) -> assignWhole(verb, path, value);
            case Target.Elements elements -> assignElements(verb, elements, value);
        };
    }

    List<Step> remove(Target target, @Nullable JsonText listed) {
        return switch (target) {
            case Target.Resource resource -> throw Refusals.required(type.base().id());
            case Target.Container(var extension) -> {
                if (extension.required()) {
                    throw Refusals.required(extension.schema().id());
                }
                yield new Members(this, type, lenient).unassigned(extension);
            }
            case Target.Whole(var path) -> removeWhole(path, listed);
            case Target.Elements elements -> removeElements(elements);
        };
    }

    List<Step> unassign(AttributePath path) {
        if (path.attribute().required()) {
            throw Refusals.required(path);
        }
        return step(path, Edits.assign(null));
    }

    Target target(String path) {
        return targets.read(path);
    }

    private List<Step> assignWhole(Verb verb, AttributePath path, JsonText json) {
        Attribute attribute = path.attribute();
        if (isDetached(path)) {
            return steps(detached.assign(verb, attribute, json));
        }
        if (attribute.multiValued()) {
            List<Value> elements = values.elements(json, attribute);
            if (verb == Verb.ADD) {
                return elements.isEmpty()
                        ? List.of()
                        : step(path, Edits.append(attribute, elements));
            }
            return elements.isEmpty()
                    ? unassign(path)
                    : step(
                            path,
                            Edits.assign(new ElementList(attribute).settled(List.of(), elements)));
        }
        if (attribute.isComplex()) {
            return values.part(json, attribute)
                    .map(part -> mergeWhole(path, part))
                    .orElseGet(() -> unassign(path));
        }
        Value value = values.whole(json, attribute);
        if (attribute.isDiscarded()) {
            return List.of();
        }
        return value == null ? unassign(path) : step(path, Edits.assign(value));
    }

    private List<Step> mergeWhole(AttributePath path, Part part) {
        checkCleared(path, part);
        Supplier<Optional<Complex>> created =
                () -> Optional.of(part.assigned()).filter(value -> !value.isEmpty());
        return step(path, each(path, null, part, created));
    }

    private List<Step> assignElements(Verb verb, Target.Elements target, JsonText json) {
        AttributePath path = target.path();
        Attribute attribute = path.attribute();
        if (isDetached(path)) {
            throw Refusals.immutable(path);
        }
        Attribute sub = target.sub();
        if (sub != null) {
            Part part = values.part(json, attribute, sub);
            checkCleared(path, part);
            return step(
                    path,
                    each(path, target.filter(), part, unmatched(target.filter(), part, attribute)));
        }
        Optional<Part> part = values.part(json, attribute);
        if (part.isEmpty()) {
            return verb == Verb.ADD ? List.of() : removeElements(target);
        }
        return step(path, elementEdit(verb, target, part.get()));
    }

    private Edit elementEdit(Verb verb, Target.Elements target, Part part) {
        Attribute attribute = target.path().attribute();
        Supplier<Optional<Complex>> unmatched = unmatched(target.filter(), part, attribute);
        if (verb == Verb.ADD) {
            checkCleared(target.path(), part);
            return each(target.path(), target.filter(), part, unmatched);
        }
        return Edits.eachElement(attribute, target.filter(), old -> part.assigned(), unmatched);
    }

    private static Edit each(
            AttributePath path,
            @Nullable Filter filter,
            Part part,
            Supplier<Optional<Complex>> unmatched) {
        Attribute attribute = path.attribute();
        return Edits.eachElement(attribute, filter, Edits.merge(attribute, part), unmatched);
    }

    /** What an operation makes where its filter matches nothing. */
    private Supplier<Optional<Complex>> unmatched(
            @Nullable Filter filter, Part part, Attribute attribute) {
        if (part.assigned().isEmpty()) {
            return Optional::empty;
        }
        if (filter == null) {
            return () -> Optional.of(part.assigned());
        }
        Optional<Complex> described = lenient ? Creation.described(filter) : Optional.empty();
        if (described.isEmpty()) {
            return () -> {
                throw Refusals.noTarget(
                        "no value of '%s' matches the filter.".formatted(attribute.name()));
            };
        }
        return () -> Optional.of(part.mergedInto(ReferenceValues.kept(attribute, described.get())));
    }

    private List<Step> removeWhole(AttributePath path, @Nullable JsonText listed) {
        Attribute attribute = path.attribute();
        if (isDetached(path)) {
            return steps(detached.removeAll(attribute, listed));
        }
        if (attribute.multiValued() && listed != null && !listed.isNull()) {
            if (!lenient) {
                throw Refusals.listOnRemove(attribute.name());
            }
            return step(path, Edits.removeListed(attribute, values.elements(listed, attribute)));
        }
        return attribute.isDiscarded() ? List.of() : unassign(path);
    }

    private List<Step> removeElements(Target.Elements target) {
        AttributePath path = target.path();
        Filter filter = target.filter();
        Attribute sub = target.sub();
        if (isDetached(path)) {
            if (sub != null || filter == null) {
                throw Refusals.immutable(path);
            }
            return List.of(new Step.OnDetached(detached.removeMatching(filter)));
        }
        if (sub == null) {
            return step(
                    path,
                    Edits.eachElement(
                            path.attribute(), filter, old -> Complex.EMPTY, Optional::empty));
        }
        Part part = Part.of(sub, null);
        checkCleared(path, part);
        return step(path, each(path, filter, part, Optional::empty));
    }

    private static void checkCleared(AttributePath path, Part part) {
        for (Attribute required : path.attribute().subAttributes().required()) {
            if (part.cleared().contains(required.name())) {
                throw Refusals.required(path.withSubAttribute(required));
            }
        }
    }

    private boolean isDetached(AttributePath path) {
        return path.extensionUrn() == null && type.isDetached(path.attribute());
    }

    private List<Step> step(AttributePath path, Edit edit) {
        return List.of(new Step.OnAttribute(number, path, edit));
    }

    private static List<Step> steps(Optional<MemberOperation> operation) {
        return operation.<Step>map(Step.OnDetached::new).stream().toList();
    }
}
