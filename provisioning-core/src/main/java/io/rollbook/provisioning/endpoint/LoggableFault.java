package io.rollbook.provisioning.endpoint;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/**
 * A fault without its messages: those of a database may quote the rows that it was about to write,
 * which are personal data. What happened and where is all there.
 */
final class LoggableFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LoggableFault(String what, @Nullable LoggableFault cause) {
        super(what, cause);
    }

    static LoggableFault of(Throwable fault) {
        Throwable cause = fault.getCause();
        var loggable = new LoggableFault(nameOf(fault), cause == null ? null : of(cause));
        loggable.setStackTrace(fault.getStackTrace());
        return loggable;
    }

    private static String nameOf(Throwable fault) {
        String name = fault.getClass().getName();
        return fault instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}
