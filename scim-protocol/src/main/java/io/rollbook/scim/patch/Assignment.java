package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.patch.edit.Creation;
import io.rollbook.scim.patch.edit.Edits;
import io.rollbook.scim.patch.edit.ElementList;
import io.rollbook.scim.patch.edit.Part;
import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.message.Verb;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.resource.ReferenceValues;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Binds {@code add} and {@code replace}. */
final class Assignment {
    private final Binding binding;
    private final Values values;
    private final boolean adds;

    Assignment(Binding binding, Verb verb) {
        this.binding = binding;
        this.values = binding.values;
        this.adds = verb == Verb.ADD;
    }

    List<Step> of(Target target, JsonText value) {
        return switch (target) {
            case Target.Resource resource -> new Members(binding, this).ofResource(value);
            case Target.Container(var extension) ->
                    new Members(binding, this).ofExtension(extension, adds, value);
            case Target.Whole(var path) -> whole(path, value);
            case Target.Elements elements -> elements(elements, value);
        };
    }

    private List<Step> whole(AttributePath path, JsonText json) {
        Attribute attribute = path.attribute();
        binding.noteDiscarded(path, json);
        if (binding.isDetached(path)) {
            return binding.step(binding.detached.assign(adds, attribute, json));
        }
        if (attribute.multiValued()) {
            return list(path, values.elements(json, attribute));
        }
        if (attribute.isComplex()) {
            return values.part(json, attribute)
                    .map(part -> merge(path, null, part))
                    .orElseGet(() -> binding.unassign(path));
        }
        Value value = values.whole(json, attribute);
        return value == null ? binding.unassign(path) : binding.step(path, Edits.assign(value));
    }

    private List<Step> list(AttributePath path, List<Value> elements) {
        if (elements.isEmpty()) {
            return adds ? List.of() : binding.unassign(path);
        }
        Value list =
                new ElementList(path.attribute())
                        .settled(List.of(), ElementList.distinct(elements));
        return binding.step(
                path, adds ? Edits.append(path.attribute(), elements) : Edits.assign(list));
    }

    private List<Step> elements(Target.Elements target, JsonText json) {
        AttributePath path = target.path();
        if (binding.isDetached(path)) {
            return binding.step(Optional.of(binding.detached.assignMatching(adds, target, json)));
        }
        Attribute sub = target.sub();
        if (sub != null) {
            binding.noteDiscarded(path.withSubAttribute(sub), json);
            Part part = values.part(json, path.attribute(), sub);
            return sub.isDiscarded() ? List.of() : merge(path, target.filter(), part);
        }
        Optional<Part> part = values.part(json, path.attribute());
        if (part.isEmpty()) {
            return adds ? List.of() : new Removal(binding).of(target, null);
        }
        return adds
                ? merge(path, target.filter(), part.get())
                : edit(path, target.filter(), part.get(), old -> part.get().assigned());
    }

    private List<Step> merge(AttributePath path, @Nullable Filter filter, Part part) {
        binding.checkCleared(path, part);
        return edit(path, filter, part, Edits.merge(path.attribute(), part));
    }

    private List<Step> edit(
            AttributePath path, @Nullable Filter filter, Part part, UnaryOperator<Complex> edit) {
        return binding.step(
                path,
                Edits.eachElement(
                        path.attribute(), filter, edit, unmatched(path.attribute(), filter, part)),
                described(filter, part));
    }

    /** What the operation says of the element that it is about; null for nothing. */
    private static @Nullable Complex described(@Nullable Filter filter, Part part) {
        if (part.assigned().isEmpty()) {
            return null;
        }
        return Optional.ofNullable(filter)
                .flatMap(Creation::described)
                .map(part::mergedInto)
                .orElse(part.assigned());
    }

    /** What comes into being where the filter matches nothing; taking something away is no more. */
    private Supplier<Optional<Complex>> unmatched(
            Attribute attribute, @Nullable Filter filter, Part part) {
        if (part.assigned().isEmpty()) {
            return Optional::empty;
        }
        if (filter == null) {
            return () -> Optional.of(part.assigned());
        }
        Optional<Complex> created =
                Optional.of(filter)
                        .filter(given -> adds || binding.lenient)
                        .flatMap(Creation::described)
                        .map(element -> ReferenceValues.kept(attribute, element))
                        .map(part::mergedInto);
        if (created.isPresent()) {
            return () -> created;
        }
        return () -> {
            throw Refusals.noTarget(
                    "no value of '%s' matches the filter.".formatted(attribute.name()));
        };
    }
}
