package io.rollbook.projections.database;

import io.rollbook.scim.seam.Unavailable;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;

/** A database that answered with an error: a fault of this program or of its data. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String CANCELLED = "57014";

    private DatabaseFailure(String doing, SQLException cause) {
        super(doing + " failed with SQL state " + cause.getSQLState(), cause);
    }

    /** {@link Unavailable} when trying again later is right. */
    public static RuntimeException of(String doing, SQLException cause) {
        if (CANCELLED.equals(cause.getSQLState())) {
            return new TakesTooLong(cause);
        }
        return isAway(cause)
                ? new Unavailable("The read models cannot be reached now", cause)
                : new DatabaseFailure(doing, cause);
    }

    /**
     * Connection lost (08), out of resources (53), cancelled or shutting down (57), an error of the
     * system outside (58), serialization and deadlock (40), or no connection from the pool in time.
     */
    static boolean isAway(SQLException cause) {
        if (cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException) {
            return true;
        }
        var state = cause.getSQLState();
        return state != null && state.matches("(08|40|53|57|58).*");
    }
}
