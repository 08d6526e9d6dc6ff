package io.rollbook.house.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checklist and the tests that prove it.
 *
 * @param open lines that no test proves yet and that may not be counted as a gap
 */
record Conformance(Checklist checklist, List<Tagged> tests, Set<String> open) {

    private static final String HEAD =
            """
            # Conformance

            Each line of the checklist (RFC 7643, RFC 7644, RFC 9865, the habits of Entra ID) and the tests that
            would fail without it. Written from the tests' tags by
            `mvn -q -pl house-rules -am test-compile exec:exec@conformance`; the build fails when it is stale.
            """;

    /** Lines without a test, though nobody says that they are not offered. */
    List<String> unproven() {
        var proven = byLine().keySet();
        return checklist
                .lines()
                .filter(line -> line.notOffered() == null)
                .map(Checklist.Line::id)
                .filter(id -> !proven.contains(id) && !open.contains(id))
                .toList();
    }

    /** Tags that look like a line's and are none. */
    List<Tagged> unknown() {
        var ids = Set.copyOf(checklist.ids());
        return tests.stream().filter(test -> !ids.contains(test.id())).toList();
    }

    String document() {
        var tests = byLine();
        var text = new StringBuilder(HEAD);
        for (var section : checklist.sections()) {
            text.append("\n## ").append(section.title()).append("\n\n");
            text.append("| line | requirement | proven by |\n|---|---|---|\n");
            for (var line : section.lines()) {
                text.append("| ").append(line.id());
                text.append(" | ").append(line.requirement());
                text.append(" | ").append(proof(line, tests.getOrDefault(line.id(), List.of())));
                text.append(" |\n");
            }
        }
        return text.toString();
    }

    private static String proof(Checklist.Line line, List<Tagged> tests) {
        if (line.notOffered() != null) {
            return "not offered: " + line.notOffered();
        }
        return tests.isEmpty()
                ? "open"
                : tests.stream().map(Conformance::link).collect(Collectors.joining("<br>"));
    }

    private static String link(Tagged test) {
        return "[%s](../%s)".formatted(test.name(), test.file());
    }

    private Map<String, List<Tagged>> byLine() {
        return tests.stream().collect(Collectors.groupingBy(Tagged::id));
    }
}
