package io.rollbook.verify.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text (RFC 8259), strictly: a member that is there twice, or anything after the
 * value, is refused. Integers below 2^53 become Longs, other numbers BigDecimals.
 */
public final class JsonReader {

    private static final int DEEPEST = 200;
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST_NUMBER = 1_000;

    private final String text;
    private int at;
    private int depth;
    private boolean outerOnly;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * @throws MalformedJson when it is not JSON
     */
    public static @Nullable Object read(byte[] utf8) {
        return read(new String(utf8, StandardCharsets.UTF_8));
    }

    /** The same from characters. */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).whole();
    }

    private @Nullable Object whole() {
        skipSpace();
        var value = value();
        skipSpace();
        if (at < text.length()) {
            throw malformed("something follows the value");
        }
        return value;
    }

    /**
     * An object whose members are read only when they are strings, numbers or words: objects and
     * arrays are checked, and null stands for them.
     */
    public static Map<String, @Nullable Object> readOuter(byte[] utf8) {
        var reader = new JsonReader(new String(utf8, StandardCharsets.UTF_8));
        reader.outerOnly = true;
        return asObject(reader.whole());
    }

    /** An object, and nothing else. */
    public static Map<String, @Nullable Object> readObject(byte[] utf8) {
        return asObject(read(utf8));
    }

    /**
     * @throws MalformedJson when the value is not an object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, @Nullable Object>) members;
        }
        throw new MalformedJson("A JSON object was expected.");
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> outerOnly && depth > 0 ? passed('}') : object();
            case '[' -> outerOnly ? passed(']') : array();
            case '"' -> outerOnly && depth > 1 ? passedString() : string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        open();
        if (!closes('}')) {
            do {
                skipSpace();
                if (peek() != '"') {
                    throw malformed("a name was expected");
                }
                var name = string();
                skipSpace();
                expect(':');
                skipSpace();
                if (members.containsKey(name)) {
                    throw malformed("a member is there twice");
                }
                members.put(name, value());
            } while (goesOn('}'));
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> array() {
        var elements = new ArrayList<@Nullable Object>();
        open();
        if (!closes(']')) {
            do {
                skipSpace();
                elements.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return elements;
    }

    /** Goes over an object or array without building it. */
    private @Nullable Object passed(char bracket) {
        open();
        if (!closes(bracket)) {
            do {
                skipSpace();
                if (bracket == '}') {
                    if (peek() != '"') {
                        throw malformed("a name was expected");
                    }
                    passedString();
                    skipSpace();
                    expect(':');
                    skipSpace();
                }
                value();
            } while (goesOn(bracket));
        }
        depth--;
        return null;
    }

    private @Nullable Object passedString() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            if (text.charAt(at) < ' ') {
                break;
            }
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            return null;
        }
        at = start - 1;
        string();
        return null;
    }

    private void open() {
        at++;
        if (++depth > DEEPEST) {
            throw malformed("it is nested too deep");
        }
        skipSpace();
    }

    private boolean closes(char bracket) {
        if (peek() == bracket) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char bracket) {
        skipSpace();
        if (closes(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return stringWithEscapes(start);
            }
            if (c < ' ') {
                break;
            }
            at++;
        }
        throw malformed("a string does not end");
    }

    private String stringWithEscapes(int start) {
        var string = new StringBuilder().append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                break;
            }
            string.append(c == '\\' ? escape() : c);
        }
        throw malformed("a string does not end");
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an escape is unknown");
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("an escape is unknown");
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Number number() {
        int start = at;
        boolean integer = true;
        if (peek() == '-') {
            at++;
        }
        int firstDigit = at;
        digits();
        if (text.charAt(firstDigit) == '0' && at - firstDigit > 1) {
            throw malformed("a number starts with zero");
        }
        if (is('.')) {
            integer = false;
            at++;
            digits();
        }
        if (is('e') || is('E')) {
            integer = false;
            at++;
            if (is('+') || is('-')) {
                at++;
            }
            digits();
        }
        if (at - start > LONGEST_NUMBER) {
            throw malformed("a number is too long");
        }
        var literal = text.substring(start, at);
        if (integer && at - firstDigit <= EXACT_DIGITS) {
            return Long.valueOf(literal);
        }
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException tooLarge) {
            throw malformed("a number is too large");
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a value was expected");
        }
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw malformed("a value was expected");
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed("a '" + c + "' was expected");
        }
        at++;
    }

    private char peek() {
        if (at == text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private MalformedJson malformed(String what) {
        return new MalformedJson("Not JSON at character " + at + ": " + what + ".");
    }
}
