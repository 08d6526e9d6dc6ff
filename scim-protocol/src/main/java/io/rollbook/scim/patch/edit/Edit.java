package io.rollbook.scim.patch.edit;

import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

/** Makes the next value of an attribute from its present one; null is "unassigned". */
@FunctionalInterface
public interface Edit {
    @Nullable Value apply(@Nullable Value current);
}
