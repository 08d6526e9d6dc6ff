package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.patch.edit.Edits;
import io.rollbook.scim.patch.edit.Part;
import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.value.Complex;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Binds {@code remove}. */
final class Removal {
    private final Binding binding;

    Removal(Binding binding) {
        this.binding = binding;
    }

    /**
     * @param listed the elements that alone have to go, where a client names them by a value
     */
    List<Step> of(Target target, @Nullable JsonText listed) {
        return switch (target) {
            case Target.Resource resource -> throw Refusals.required(binding.type.base().id());
            case Target.Container(var extension) -> extension(extension);
            case Target.Whole(var path) -> whole(path, listed);
            case Target.Elements elements -> elements(elements);
        };
    }

    private List<Step> extension(Extension extension) {
        if (extension.required()) {
            throw Refusals.required(extension.schema().id());
        }
        return unassigned(extension);
    }

    /** Unassigns every attribute of an extension that a client may change. */
    List<Step> unassigned(Extension extension) {
        String urn = extension.schema().id();
        return extension.schema().attributes().stream()
                .filter(attribute -> !attribute.isReadOnly())
                .map(attribute -> new AttributePath(urn, attribute, null))
                .flatMap(path -> binding.step(path, Edits.assign(null)).stream())
                .toList();
    }

    private List<Step> whole(AttributePath path, @Nullable JsonText listed) {
        Attribute attribute = path.attribute();
        if (binding.isDetached(path)) {
            return binding.step(binding.detached.removeAll(attribute, listed));
        }
        if (attribute.multiValued() && listed != null && !listed.isNull()) {
            if (!binding.lenient) {
                throw Refusals.listOnRemove(attribute.name());
            }
            return binding.step(
                    path,
                    Edits.removeListed(attribute, binding.values.elements(listed, attribute)));
        }
        return binding.unassign(path);
    }

    private List<Step> elements(Target.Elements target) {
        AttributePath path = target.path();
        Filter filter = target.filter();
        Attribute sub = target.sub();
        if (binding.isDetached(path)) {
            if (sub != null || filter == null) {
                throw Refusals.immutable(path);
            }
            return binding.step(Optional.of(binding.detached.removeMatching(filter)));
        }
        if (sub == null) {
            return edit(target, old -> Complex.EMPTY);
        }
        Part part = Part.of(sub, null);
        binding.checkCleared(path, part);
        return edit(target, Edits.merge(path.attribute(), part));
    }

    private List<Step> edit(Target.Elements target, UnaryOperator<Complex> edit) {
        return binding.step(
                target.path(),
                Edits.eachElement(
                        target.path().attribute(), target.filter(), edit, Optional::empty));
    }
}
