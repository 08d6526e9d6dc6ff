package io.rollbook.scim.patch;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.patch.edit.Edit;
import io.rollbook.scim.patch.edit.Edits;
import io.rollbook.scim.patch.edit.Immutability;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

/** The smallest change: of one attribute. An operation without a path has several. */
sealed interface Step {

    /**
     * @param operation its number in the request, from 1
     * @param path of the attribute, without a sub-attribute
     * @param element what the operation describes of one element, where it does
     */
    record OnAttribute(int operation, AttributePath path, Edit edit, @Nullable Complex element)
            implements Step {

        Complex apply(Complex resource) {
            return Refusals.during(
                    operation,
                    () -> {
                        Value current = path.attributeIn(resource);
                        Value next = edit.apply(current);
                        Immutability.check(path.attribute(), current, next);
                        return path.assignedIn(resource, next);
                    });
        }

        /** The same if nothing were refused. */
        Complex wished(Complex resource) {
            return path.assignedIn(resource, wish(path.attributeIn(resource)));
        }

        private @Nullable Value wish(@Nullable Value current) {
            try {
                return edit.apply(current);
            } catch (Refusal refused) {
                return element == null
                        ? current
                        : Edits.beside(path.attribute(), element).apply(current);
            }
        }
    }

    record OnDetached(MemberOperation operation) implements Step {}

    default int detachedNamed() {
        return switch (this) {
            case OnAttribute ignored -> 0;
            case OnDetached(var operation) -> operation.named();
        };
    }

    default boolean isOn(AttributePath attribute) {
        return switch (this) {
            case OnAttribute(var number, var path, var edit, var element) -> path.equals(attribute);
            case OnDetached ignored -> false;
        };
    }
}
