package io.rollbook.standalone.command;

import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where log lines go; decided before the first logger exists. */
final class Logging {

    private Logging() {}

    /** To a file that is rolled; only what needs a person's attention reaches the terminal too. */
    static void into(Path file) {
        System.setProperty("rollbook.log", file.toString());
        System.setProperty("logback.configurationFile", "logback-up.xml");
        // Tomcat and pgjdbc log through the JDK.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
