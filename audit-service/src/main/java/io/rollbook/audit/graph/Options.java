package io.rollbook.audit.graph;

import io.rollbook.audit.graph.download.Download;
import io.rollbook.audit.graph.summary.Selected;
import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.FilterParser;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query options of a request (OData 4.01, part 1, section 11.2). As with Graph the dollar sign
 * may be left out; an unknown or repeated option is refused, not passed over.
 */
final class Options {

    static final int MOST = 1_000;
    static final int USUAL = 100;

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Outcome<Options> parse(String query, Set<String> known) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (name == null || value == null) {
                return refused("The query is not percent-encoded as a URI demands.");
            }
            var option = name.startsWith("$") ? name.substring(1) : name;
            if (!known.contains(option)) {
                return refused(
                        "There is no query option of that name; those here are "
                                + String.join(", ", known.stream().sorted().toList())
                                + ".");
            }
            if (values.put(option, value) != null) {
                return refused("The query option " + option + " is there more than once.");
            }
        }
        return Outcome.accepted(new Options(values));
    }

    static <T> Outcome<T> refused(String sentence) {
        return Outcome.refused(ScimError.of(400, sentence));
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Nullable String value(String option) {
        return values.get(option);
    }

    String filterText() {
        return values.getOrDefault("filter", "");
    }

    /** Empty when every entry is asked for. */
    Outcome<Optional<Expression>> filter() {
        var text = filterText();
        return text.isBlank()
                ? Outcome.accepted(Optional.empty())
                : FilterParser.parse(text).map(Optional::of);
    }

    /** At most {@value #MOST}: who asks for more gets pages of so many. */
    Outcome<Integer> top() {
        var text = values.getOrDefault("top", Integer.toString(USUAL));
        return text.matches("[0-9]{1,9}") && !text.matches("0+")
                ? Outcome.accepted(Math.min(MOST, Integer.parseInt(text)))
                : refused("$top must be a number of at least 1.");
    }

    /** The properties of an entry that are wanted, as {@code $select} names them. */
    Outcome<Selected> selected() {
        var text = values.get("select");
        return text == null ? Outcome.accepted(Selected.ALL) : Selected.parse(text);
    }

    /** Whether the first page is to say how many entries there are. */
    Outcome<Boolean> counted() {
        return switch (values.getOrDefault("count", "false").toLowerCase(Locale.ROOT)) {
            case "true" -> Outcome.accepted(true);
            case "false" -> Outcome.accepted(false);
            default -> refused("$count must be true or false.");
        };
    }

    /** The form of a download. */
    Outcome<Download.Format> format() {
        return switch (values.getOrDefault("format", "csv").toLowerCase(Locale.ROOT)) {
            case "csv" -> Outcome.accepted(Download.Format.CSV);
            case "json" -> Outcome.accepted(Download.Format.JSON);
            default -> refused("format must be csv or json.");
        };
    }

    /** True for the oldest entries first. */
    Outcome<Boolean> oldestFirst() {
        var text = values.getOrDefault("orderby", "activityDateTime desc");
        return switch (text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)) {
            case "activitydatetime", "activitydatetime asc" -> Outcome.accepted(true);
            case "activitydatetime desc" -> Outcome.accepted(false);
            default -> refused("$orderby must be activityDateTime, activityDateTime asc or desc.");
        };
    }

    /** The same query with another token; how many there are was said with the first page. */
    String withToken(SkipToken token) {
        var query = new StringBuilder();
        values.forEach(
                (option, value) -> {
                    if (!option.equals("skiptoken") && !option.equals("count")) {
                        query.append('$').append(option).append('=');
                        query.append(encoded(value)).append('&');
                    }
                });
        return query.append("$skiptoken=").append(token.text()).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
