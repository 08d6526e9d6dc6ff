package io.rollbook.audit.entry;

import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.WriteRefused;

/** What is known of a refused request beyond the refusal: what it would have changed. */
final class RefusedWrite {

    private RefusedWrite() {}

    static Meaning of(WriteRefused refused, Meaning attempt) {
        var wanted = refused.wanted();
        if (wanted == null) {
            return attempt;
        }
        boolean disables =
                attempt.action() == Action.UPDATE
                        && wanted.compared()
                        && wanted.changes().stream().anyMatch(RefusedWrite::disables);
        return attempt.wanting(disables ? Action.DISABLE : attempt.action(), wanted);
    }

    private static boolean disables(AttributeChange change) {
        return change.path().equals("active")
                && Boolean.TRUE.equals(change.oldValue())
                && Boolean.FALSE.equals(change.newValue());
    }
}
