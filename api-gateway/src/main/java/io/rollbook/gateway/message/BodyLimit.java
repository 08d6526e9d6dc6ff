package io.rollbook.gateway.message;

import io.rollbook.scim.error.ScimError;

import org.springframework.util.unit.DataSize;

/**
 * How large one body may be.
 *
 * @param exceeded what a larger one is answered with; names the limit
 */
public record BodyLimit(long bytes, ScimError exceeded) {

    public static BodyLimit of(DataSize size) {
        return new BodyLimit(
                size.toBytes(),
                ScimError.of(
                        413, "The body is larger than the limit of " + size.toBytes() + " bytes."));
    }
}
