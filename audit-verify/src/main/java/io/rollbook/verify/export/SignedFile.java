package io.rollbook.verify.export;

import io.rollbook.verify.json.MalformedJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Files with one signed document a line. */
final class SignedFile {

    private static final int LINES = 1_000;

    private SignedFile() {}

    /** All lines; those that cannot be read are reported and left out. */
    static <T> List<T> read(
            Path folder, String name, Function<byte[], T> reader, Consumer<Finding> findings)
            throws IOException {
        var documents = new ArrayList<T>();
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            findings.accept(Finding.of(name, "the file is missing."));
            return documents;
        }
        try (var lines = new Lines(file)) {
            long number = 0;
            for (var batch = lines.next(LINES, Lines.LONGEST);
                    !batch.isEmpty();
                    batch = lines.next(LINES, Lines.LONGEST)) {
                for (var line : batch) {
                    number++;
                    try {
                        documents.add(reader.apply(line));
                    } catch (MalformedJson e) {
                        findings.accept(
                                Finding.of(
                                        name,
                                        "line " + number + " cannot be read. " + e.getMessage()));
                    }
                }
            }
        }
        return documents;
    }
}
