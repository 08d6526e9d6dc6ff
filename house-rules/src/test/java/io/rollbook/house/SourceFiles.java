package io.rollbook.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java sources of a checkout, tests included. */
public final class SourceFiles {

    private SourceFiles() {}

    public static Path root() {
        return Path.of(System.getProperty("rollbook.root")).toAbsolutePath().normalize();
    }

    public static List<Path> below(Path root) {
        try (var modules = Files.newDirectoryStream(root, SourceFiles::isModule)) {
            var files = new ArrayList<Path>();
            for (var module : modules) {
                files.addAll(javaFiles(module.resolve("src")));
            }
            return List.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isModule(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"))
                && Files.isDirectory(folder.resolve("src"));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
