package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.path.AttributePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values in a document.
 *
 * @param document a {@code jsonb} object in comparable form
 * @param names from the document down to the value
 * @param many whether one of them is multi-valued
 */
record JsonPlace(Sql document, List<String> names, boolean many) implements Place {

    static JsonPlace of(Sql document, AttributePath path) {
        var names = new ArrayList<String>();
        if (path.extensionUrn() != null) {
            names.add(path.extensionUrn());
        }
        names.add(path.attribute().name());
        boolean many = path.attribute().multiValued();
        var sub = path.subAttribute();
        if (sub != null) {
            names.add(sub.name());
            many |= sub.multiValued();
        }
        return new JsonPlace(document, names, many);
    }

    @Override
    public Sql values() {
        // In lax mode, [*] goes through the elements of a list and leaves anything else alone.
        var path =
                names.stream()
                        .map(
                                name ->
                                        ".\""
                                                + name.replace("\\", "\\\\").replace("\"", "\\\"")
                                                + "\"[*]")
                        .collect(Collectors.joining("", "$", ""));
        return document.within("jsonb_path_query(", ", ").then("?::jsonpath)", path);
    }

    @Override
    public Optional<Sql> single() {
        if (many) {
            return Optional.empty();
        }
        Object[] array = {names.toArray(String[]::new)};
        return Optional.of(document.within("(", " #> ").then("?)", array));
    }
}
