package io.rollbook.house.conformance;

import io.rollbook.house.SourceFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The files of a checkout that say what is proven. */
final class Checkout {

    private static final String RESOURCES = "house-rules/src/test/resources/";

    private final Path root;

    Checkout(Path root) {
        this.root = root;
    }

    Path document() {
        return root.resolve("docs/scim-conformance.md");
    }

    Conformance conformance() {
        var open =
                lines(RESOURCES + "scim-checklist-open.txt").stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
        var checklist = Checklist.parse(lines(RESOURCES + "scim-checklist.txt"));
        return new Conformance(checklist, tests(), open);
    }

    private List<Tagged> tests() {
        return SourceFiles.below(root).stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .filter(file -> !file.toString().contains("/house/conformance/"))
                .flatMap(
                        file ->
                                TagScanner.scan(root.relativize(file).toString(), read(file))
                                        .stream())
                .sorted(Comparator.comparing(Tagged::file))
                .toList();
    }

    private List<String> lines(String file) {
        return read(root.resolve(file)).lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
