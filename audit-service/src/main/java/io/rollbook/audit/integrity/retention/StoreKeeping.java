package io.rollbook.audit.integrity.retention;

import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What the write side itself says of how long a tenant's log is kept: it knows of a hold before the
 * event of it has come here. Asked before each deletion; without an answer nothing is deleted.
 */
@FunctionalInterface
public interface StoreKeeping {

    /**
     * @param days in effect now; null for ever
     */
    record Answer(@Nullable Integer days, boolean held) {}

    /**
     * Empty when there is no such tenant any more: then nobody can hold its log either.
     *
     * @throws Unavailable when there is no answer
     */
    Optional<Answer> of(String tenant);
}
