package io.rollbook.house.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds JUnit's tags in the source of a test; it counts on the house's format. */
final class TagScanner {

    private static final Pattern LANDMARK =
            Pattern.compile(
                    "@Tag\\(\"(?<tag>[^\"]+)\"\\)"
                            + "|^ *(?:(?:public|abstract|static|final|private) )*"
                            + "(?:class|interface) (?<type>\\w+)"
                            + "|^ *(?:(?:public|static|final|private) )*void (?<method>\\w+)\\(",
                    Pattern.MULTILINE);

    private TagScanner() {}

    /**
     * @param file of the source, as {@link Tagged#file} gives it
     */
    static List<Tagged> scan(String file, String source) {
        var found = new ArrayList<Tagged>();
        var pending = new ArrayList<String>();
        var type = "";
        for (Matcher next = LANDMARK.matcher(source); next.find(); ) {
            if (next.group("tag") != null) {
                pending.add(next.group("tag"));
            } else {
                if (next.group("type") != null) {
                    type = next.group("type");
                }
                for (var id : pending) {
                    found.add(new Tagged(id, file, type, next.group("method")));
                }
                pending.clear();
            }
        }
        return found;
    }
}
