package io.rollbook.link;

import org.jspecify.annotations.Nullable;

/**
 * A fault as text for the log: types and places, no messages. A driver's or a parser's message can
 * quote what it choked on, and that may be about a person.
 */
public final class FaultTrace {

    private static final int DEEPEST_CAUSE = 8;

    private FaultTrace() {}

    public static String of(Throwable fault) {
        StringBuilder text = new StringBuilder(fault.getClass().getName());
        appendFrames(text, fault);
        @Nullable Throwable cause = fault.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            text.append("\nCaused by: ").append(cause.getClass().getName());
            appendFrames(text, cause);
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static void appendFrames(StringBuilder text, Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
    }
}
