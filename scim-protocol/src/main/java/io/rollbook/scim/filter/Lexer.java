package io.rollbook.scim.filter;

import io.rollbook.scim.error.Refusal;

/** Cuts a filter into tokens, with one token of look-ahead. */
final class Lexer {
    private static final String MARKS = "()[]";

    private final String text;
    private int next;
    private Token current;

    Lexer(String text) {
        this.text = text;
        this.current = read();
    }

    Token peek() {
        return current;
    }

    Token take() {
        Token taken = current;
        current = read();
        return taken;
    }

    private Token read() {
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return new Token.End(next);
        }
        char first = text.charAt(next);
        if (MARKS.indexOf(first) >= 0) {
            return new Token.Mark(first, next++);
        }
        return first == '"' ? quoted() : word();
    }

    private Token word() {
        int start = next;
        while (next < text.length() && isPartOfWord(text.charAt(next))) {
            next++;
        }
        return new Token.Word(text.substring(start, next), start);
    }

    private Token quoted() {
        int start = next++;
        StringBuilder content = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c == '"') {
                return new Token.Quoted(content.toString(), start);
            }
            if (c < ' ') {
                throw refusal("a control character in a string must be escaped", next - 1);
            }
            content.append(c == '\\' ? escaped() : c);
        }
        throw refusal("the string that begins here does not end", start);
    }

    private char escaped() {
        int at = next - 1;
        if (next == text.length()) {
            throw refusal("an escape needs a character after the backslash", at);
        }
        char c = text.charAt(next++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(at);
            default -> throw refusal("JSON knows no such escape", at);
        };
    }

    private char unicode(int at) {
        if (next + 4 > text.length()) {
            throw refusal("a \\u escape has four hexadecimal digits", at);
        }
        int code = 0;
        for (int end = next + 4; next < end; next++) {
            int digit = Character.digit(text.charAt(next), 16);
            if (digit < 0 || text.charAt(next) > 'f') {
                throw refusal("a \\u escape has four hexadecimal digits", at);
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static boolean isPartOfWord(char c) {
        return !isSpace(c) && c != '"' && MARKS.indexOf(c) < 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static Refusal refusal(String what, int at) {
        return InvalidFilter.at(at, what);
    }
}
