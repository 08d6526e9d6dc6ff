package io.rollbook.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How tests start processes of their own, whose lives are short. */
public final class JavaCommand {

    private static final Pattern SERVER_OPTIONS = Pattern.compile("server_options='([^']*)'");

    /** Tests have a collector and a heap of their own. */
    private static final Pattern OF_MEMORY = Pattern.compile("-Xm[sx].*|-XX:\\+Use\\w+GC");

    private JavaCommand() {}

    /**
     * What the launcher gives a server, but for its memory; and one carrier for all virtual
     * threads, so that one of them that is pinned to it while it waits for PostgreSQL stops
     * everything.
     */
    public static String[] serverOptions(String heap) {
        try {
            var launcher = SERVER_OPTIONS.matcher(Files.readString(Path.of("../rollbook")));
            if (!launcher.find()) {
                throw new IllegalStateException("The launcher has no options for a server.");
            }
            return Stream.concat(
                            Stream.of(
                                    heap,
                                    "-Djdk.virtualThreadScheduler.parallelism=1",
                                    "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
                            Stream.of(launcher.group(1).split("\\s+"))
                                    .filter(option -> !OF_MEMORY.matcher(option).matches()))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of the jar as it is shipped, when the build has just made it; otherwise of the tests' class
     * path. Of a jar the JVM can keep the classes that one process loaded, for those that start
     * after its end: half of a start is loading classes.
     *
     * @param keeps whether this process may be the one
     * @param options for the JVM
     */
    public static List<String> of(Class<?> main, boolean keeps, String... options) {
        var jar = System.getProperty("rollbook.jar", "");
        if (jar.isEmpty()) {
            return of(main, System.getProperty("java.class.path"), List.of(options));
        }
        var all = new ArrayList<>(List.of(options));
        all.addAll(archive(Path.of(jar + ".jsa"), keeps));
        return of(main, jar, all);
    }

    /** Of a class that only tests have. */
    public static List<String> ofTests(Class<?> main) {
        return of(main, System.getProperty("java.class.path"), List.of());
    }

    private static List<String> of(Class<?> main, String classPath, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(options);
        command.addAll(List.of("--class-path", classPath, main.getName()));
        return command;
    }

    private static List<String> archive(Path file, boolean keeps) {
        if (!keeps && !Files.exists(file)) {
            return List.of();
        }
        return List.of(
                "-Xlog:cds*=off,aot*=off",
                "-XX:SharedArchiveFile=" + file,
                keeps ? "-XX:+AutoCreateSharedArchive" : "-Xshare:auto");
    }
}
