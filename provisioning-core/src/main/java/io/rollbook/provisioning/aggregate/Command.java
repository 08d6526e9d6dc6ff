package io.rollbook.provisioning.aggregate;

import io.rollbook.scim.precondition.Preconditions;

/**
 * A wish to change one aggregate; where it comes from travels beside it.
 *
 * @param <R> what an accepted one answers
 */
public interface Command<R> {

    AggregateId id();

    /** What the client expects to find; {@link Preconditions#NONE} where it said nothing. */
    default Preconditions preconditions() {
        return Preconditions.NONE;
    }
}
