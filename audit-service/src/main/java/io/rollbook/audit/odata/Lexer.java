package io.rollbook.audit.odata;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into tokens, one by one. */
final class Lexer {

    private static final Pattern SPACE = Pattern.compile("\\s*+");
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+(?:/[A-Za-z_]\\w*+)*+");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*+)'");

    /** The plus sign of an offset that was not percent-encoded has become a space. */
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9}\\d*+)?)?)"
                            + "(Z|z|[+ -]\\d{2}:\\d{2}))?");

    private final String text;
    private int place;

    Lexer(String text) {
        this.text = text;
    }

    /** How many characters were read. */
    int place() {
        return place;
    }

    Token next() throws Malformed {
        take(SPACE);
        if (place == text.length()) {
            return new Token.End();
        }
        char first = text.charAt(place);
        if (first == '(' || first == ')' || first == ',') {
            place++;
            return new Token.Sign(first);
        }
        if (first == '\'') {
            return quoted();
        }
        if (Character.isDigit(first)) {
            return new Token.Moment(time());
        }
        var word = take(WORD);
        if (word == null) {
            throw new Malformed("The filter cannot be read at character %d.".formatted(place + 1));
        }
        return new Token.Word(word.group());
    }

    private Token quoted() throws Malformed {
        var quoted = take(QUOTED);
        if (quoted == null) {
            throw new Malformed("A text of the filter is not closed by a single quote.");
        }
        return new Token.Quoted(quoted.group(1).replace("''", "'"));
    }

    private Instant time() throws Malformed {
        var time = take(TIME);
        if (time != null) {
            try {
                return time.group(2) == null
                        ? LocalDate.parse(time.group(1)).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(
                                        "%sT%s%s"
                                                .formatted(
                                                        time.group(1),
                                                        time.group(2),
                                                        time.group(3).replace(' ', '+')))
                                .toInstant();
            } catch (DateTimeException impossible) {
                throw notATime();
            }
        }
        throw notATime();
    }

    private static Malformed notATime() {
        return new Malformed(
                "A time of the filter must have the form 2026-11-23T10:15:30Z, without quotes.");
    }

    private @Nullable Matcher take(Pattern pattern) {
        var matcher = pattern.matcher(text).region(place, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        place = matcher.end();
        return matcher;
    }
}
