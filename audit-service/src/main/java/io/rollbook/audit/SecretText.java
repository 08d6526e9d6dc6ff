package io.rollbook.audit;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A secret that is set as a file, the usual way, or as text. */
final class SecretText {

    private SecretText() {}

    static void requireOne(String setting, @Nullable Path file, @Nullable String text) {
        if ((file == null) == (text == null)) {
            throw new IllegalArgumentException(
                    "Set exactly one of " + setting + "-file and " + setting + ".");
        }
    }

    static String of(String setting, @Nullable Path file, @Nullable String text) {
        if (file == null) {
            return text == null ? "" : text;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(setting + "-file cannot be read: " + file, e);
        }
    }
}
