package io.rollbook.provisioning.aggregate;

import org.axonframework.modelling.command.ConcurrencyException;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What an exception from the store means for the one who waits. */
public enum Failure {
    /** Somebody else changed the same at the same moment: the next try may succeed. */
    CONFLICT,
    /** The database cannot be reached or cannot take work now. */
    UNAVAILABLE,
    /** A bug or a broken store. */
    FAULT;

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");
    private static final Set<String> TIMEOUTS = Set.of("57014", "25P03", "25P04");

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
            return thrown instanceof SQLTransientConnectionException ? UNAVAILABLE : FAULT;
        }
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        boolean away =
                state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || TIMEOUTS.contains(state);
        return away ? UNAVAILABLE : FAULT;
    }
}
