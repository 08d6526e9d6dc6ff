package io.rollbook.scim.patch;

import io.rollbook.scim.patch.edit.Edit;
import io.rollbook.scim.patch.edit.Edits;
import io.rollbook.scim.patch.edit.Part;
import io.rollbook.scim.patch.message.JsonText;
import io.rollbook.scim.patch.message.Operation;
import io.rollbook.scim.patch.message.Verb;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.resource.IgnoredNames;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Binds one operation to the schema: which steps it takes. */
final class Binding {
    final ResourceType type;
    final boolean lenient;
    final Values values;
    final DetachedBinding detached;
    private final int number;
    private final IgnoredNames ignored;
    private final Targets targets;

    Binding(ResourceType type, Profile profile, int number, IgnoredNames ignored) {
        this.type = type;
        this.lenient = profile == Profile.ENTRA;
        this.values = new Values(profile, ignored);
        this.detached = new DetachedBinding(values, lenient);
        this.number = number;
        this.ignored = ignored;
        this.targets = new Targets(type, profile);
    }

    List<Step> steps(Operation operation) {
        String path = operation.path();
        JsonText value = operation.value();
        if (operation.verb() == Verb.REMOVE) {
            if (path == null) {
                throw Refusals.noTarget("'remove' needs a path.");
            }
            return new Removal(this).of(targets.read(path), value);
        }
        if (value == null) {
            throw Refusals.value("'%s' needs a value.".formatted(operation.verb().keyword()));
        }
        return new Assignment(this, operation.verb()).of(targets.read(path), value);
    }

    Target target(String path) {
        return targets.read(path);
    }

    boolean isDetached(AttributePath path) {
        return path.extensionUrn() == null && type.isDetached(path.attribute());
    }

    /** Notes that a value is accepted and will not be kept, if it is so. */
    void noteDiscarded(AttributePath path, JsonText value) {
        Attribute sub = path.subAttribute();
        if (path.target().isDiscarded() && !value.isNull()) {
            ignored.add(
                    sub == null
                            ? path.attribute().name()
                            : path.attribute().name() + "." + sub.name());
        }
    }

    /** None for what is accepted and not kept. */
    List<Step> step(AttributePath path, Edit edit) {
        return step(path, edit, null);
    }

    /**
     * @param element what the operation describes of one element, where it does
     */
    List<Step> step(AttributePath path, Edit edit, @Nullable Complex element) {
        if (path.attribute().isDiscarded()) {
            return List.of();
        }
        return List.of(new Step.OnAttribute(number, path, edit, element));
    }

    List<Step> step(Optional<MemberOperation> operation) {
        return operation.<Step>map(Step.OnDetached::new).stream().toList();
    }

    /** No value, or nothing but {@code null}, {@code []} and the like. */
    List<Step> unassign(AttributePath path) {
        if (path.attribute().required()) {
            throw Refusals.required(path);
        }
        return step(path, Edits.assign(null));
    }

    /** Refuses to take a required sub-attribute away. */
    void checkCleared(AttributePath path, Part part) {
        for (Attribute required : path.attribute().subAttributes().required()) {
            if (part.cleared().contains(required.name())) {
                throw Refusals.required(path.withSubAttribute(required));
            }
        }
    }
}
