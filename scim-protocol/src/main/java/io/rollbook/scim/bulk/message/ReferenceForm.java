package io.rollbook.scim.bulk.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a text {@code bulkId:x} stands for the id of a resource (RFC 7644 §3.7.2). */
public enum ReferenceForm {
    /** A value that is the reference and nothing else. */
    VALUE("\\AbulkId:(.*)\\z"),
    /** A segment of a location, in a path or a {@code $ref}. */
    SEGMENTS("(?<=\\A|/)bulkId:([^/]*)"),
    /** A quoted value in the path of a PATCH operation: {@code members[value eq "bulkId:x"]}. */
    QUOTED("(?<=\")bulkId:([^\"]*)(?=\")");

    static final String MARK = "bulkId:";

    private final Pattern pattern;

    ReferenceForm(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    List<String> referencesIn(String text) {
        List<String> references = new ArrayList<>();
        for (Matcher found = pattern.matcher(text); found.find(); ) {
            references.add(found.group(1));
        }
        return references;
    }

    String resolved(String text, UnaryOperator<String> idOf) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(idOf.apply(found.group(1))));
    }
}
