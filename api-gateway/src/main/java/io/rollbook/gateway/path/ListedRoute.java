package io.rollbook.gateway.path;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the list of routes.
 *
 * @param method in capitals
 * @param template a path from the root; each {@code {name}} in it stands for a part of a segment
 * @param segments the template's, as what a segment of a request must match
 */
public record ListedRoute(String method, String template, List<Pattern> segments) {

    private static final Pattern LINE =
            Pattern.compile("(GET|POST|PUT|PATCH|DELETE) +(/(?:[^ /]+(?:/[^ /]+)*)?)");
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    /**
     * @throws IllegalStateException when the line can't be read
     */
    static ListedRoute of(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("routes.txt: not a method and a path: " + line);
        }
        var segments = new ArrayList<Pattern>();
        for (var segment : parts.group(2).split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(matcherOf(segment));
            }
        }
        return new ListedRoute(parts.group(1), parts.group(2), List.copyOf(segments));
    }

    /** The names of what stands for something, in the order of the path. */
    public List<String> parameters() {
        return PARAMETER.matcher(template).results().map(found -> found.group(1)).toList();
    }

    /** Names of the protocol are matched in any case, as some of those behind them do. */
    boolean leadsTo(List<String> path) {
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!segments.get(i).matcher(path.get(i)).matches()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return method + " " + template;
    }

    private static Pattern matcherOf(String segment) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var found : PARAMETER.matcher(segment).results().toList()) {
            pattern.append(Pattern.quote(segment.substring(end, found.start()))).append(".+");
            end = found.end();
        }
        pattern.append(Pattern.quote(segment.substring(end)));
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
