package io.rollbook.house.conformance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of the checklist in their order, by section. */
record Checklist(List<Section> sections) {

    private static final String HEADING = "## ";
    private static final String NOT_OFFERED = "not offered: ";

    record Section(String title, List<Line> lines) {}

    /** One requirement; {@code notOffered} says why the server does not do it. */
    record Line(String id, String requirement, @Nullable String notOffered) {}

    static Checklist parse(List<String> text) {
        var sections = new ArrayList<Section>();
        for (var row : text) {
            if (row.startsWith(HEADING)) {
                sections.add(new Section(row.substring(HEADING.length()), new ArrayList<>()));
            } else if (!row.isBlank() && !row.startsWith("# ")) {
                sections.getLast().lines().add(line(row));
            }
        }
        return new Checklist(List.copyOf(sections));
    }

    private static Line line(String row) {
        var cells = row.split(" \\| ", 3);
        if (cells.length < 2) {
            throw new IllegalArgumentException("No requirement: " + row);
        }
        return new Line(
                cells[0].strip(), cells[1].strip(), cells.length < 3 ? null : why(cells[2]));
    }

    private static String why(String cell) {
        return Optional.of(cell.strip())
                .filter(text -> text.startsWith(NOT_OFFERED))
                .map(text -> text.substring(NOT_OFFERED.length()))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("No reason: " + cell));
    }

    Stream<Line> lines() {
        return sections.stream().flatMap(section -> section.lines().stream());
    }

    List<String> ids() {
        return lines().map(Line::id).toList();
    }
}
