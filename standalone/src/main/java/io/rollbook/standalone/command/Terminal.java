package io.rollbook.standalone.command;

/** The only place that writes to the terminal. */
public final class Terminal {

    private Terminal() {}

    /** A result, on standard output. */
    public static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Progress and trouble, on standard error. */
    public static void warn(String line) {
        System.err.println(line);
    }
}
