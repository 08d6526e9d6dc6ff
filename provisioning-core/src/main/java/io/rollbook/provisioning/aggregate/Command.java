package io.rollbook.provisioning.aggregate;

/**
 * A wish to change one aggregate; where it comes from travels beside it.
 *
 * @param <R> what an accepted one answers
 */
public interface Command<R> {

    AggregateId id();

    /** What the client expects to find; {@link IfMatch#ANYTHING} where it said nothing. */
    default IfMatch ifMatch() {
        return IfMatch.ANYTHING;
    }
}
