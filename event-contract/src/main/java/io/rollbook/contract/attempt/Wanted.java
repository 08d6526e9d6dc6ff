package io.rollbook.contract.attempt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.rollbook.contract.AttributeChange;

import java.util.List;

/**
 * What a refused request would have changed: values that fit the tenant's schemas, never those of a
 * password or of anything else that is not shown.
 *
 * @param changes at most 100; a value longer than 1,024 characters is the beginning of its text. A
 *     member that would have joined or left is a change of {@code members} to or from its id, or
 *     without ids where the request named none
 * @param omitted how many more there were
 * @param compared whether the old values are known; if not, they are null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Wanted(List<AttributeChange> changes, int omitted, boolean compared) {

    public Wanted {
        changes = List.copyOf(changes);
    }
}
