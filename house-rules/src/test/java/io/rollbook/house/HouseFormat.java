package io.rollbook.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;

/** The one layout of our sources: google-java-format, four spaces. */
final class HouseFormat {

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    String apply(String source) throws FormatterException {
        var ordered = ImportOrderer.reorderImports(source, Style.AOSP);
        var tidy = RemoveUnusedImports.removeUnusedImports(ordered);
        return StringWrapper.wrap(formatter.formatSource(tidy), formatter);
    }
}
