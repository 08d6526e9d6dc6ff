package io.rollbook.provisioning.aggregate;

import org.axonframework.modelling.command.ConcurrencyException;

import java.sql.SQLException;
import java.util.Set;

/** What an exception from the store means for the one who waits. */
public enum Failure {
    /** Somebody else changed the same at the same moment: the next try may succeed. */
    CONFLICT,
    /** The database answers, but not in time. */
    BUSY,
    /** The database cannot be reached or cannot take work now. */
    UNAVAILABLE,
    /** A bug or a broken store. */
    FAULT;

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "25P03", "25P04");

    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException) {
                return CONFLICT;
            }
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return FAULT;
    }

    private static Failure of(SQLException thrown) {
        String state = thrown.getSQLState();
        if (state == null) {
            // The driver always gives a state; the pool does not, when it has no live connection.
            return UNAVAILABLE;
        }
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        if (TIMEOUTS.contains(state)) {
            return BUSY;
        }
        boolean away = state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
        return away ? UNAVAILABLE : FAULT;
    }
}
