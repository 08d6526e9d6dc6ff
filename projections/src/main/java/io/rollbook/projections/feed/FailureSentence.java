package io.rollbook.projections.feed;

import io.rollbook.projections.apply.MissingEvents;
import io.rollbook.projections.database.DatabaseFailure;
import io.rollbook.projections.event.UnreadableEvent;
import io.rollbook.scim.seam.Unavailable;

/**
 * What an operator is told of a failure. Only messages of our own are shown: those of libraries may
 * quote values of a directory.
 */
final class FailureSentence {

    private FailureSentence() {}

    static String of(RuntimeException failure) {
        return switch (failure) {
            case MissingEvents missing -> String.valueOf(missing.getMessage());
            case UnreadableEvent unreadable -> String.valueOf(unreadable.getMessage());
            case Unavailable away -> "The database of the projections cannot be reached.";
            case DatabaseFailure database -> "The database refused: " + database.getMessage() + ".";
            default -> "An event cannot be applied: " + place(failure) + ".";
        };
    }

    private static String place(RuntimeException failure) {
        var trace = failure.getStackTrace();
        var where = trace.length == 0 ? "" : " at " + trace[0];
        return failure.getClass().getSimpleName() + where;
    }
}
