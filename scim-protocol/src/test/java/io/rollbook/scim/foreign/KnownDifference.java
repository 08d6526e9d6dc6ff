package io.rollbook.scim.foreign;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Where UnboundID's library and we disagree about a text, and why. */
enum KnownDifference {
    THEY_KNOW_NO_SCHEMA(
            "Without a schema every name is an attribute; we refuse unknown ones.",
            (text, detail) -> detail.contains("no attribute")),
    THEY_KNOW_NO_TYPES(
            "Without a schema every operand suits every attribute.",
            (text, detail) ->
                    detail.contains("is compared with") || detail.contains("does not compare")),
    THEY_TAKE_OPEN_BRACKETS(
            "They read to the end where ']' is missing; the grammar asks for it.",
            (text, detail) -> detail.contains("or \"]\"") || detail.contains("'[' without ']'")),
    THEY_TAKE_A_PARENTHESIS_TOO_MANY(
            "They stop at ')' and ignore what follows; the grammar has no such end.",
            (text, detail) -> detail.contains("or the end")),
    THEY_FILTER_SIMPLE_ATTRIBUTES(
            "Without a schema they cannot know that brackets need a complex attribute.",
            (text, detail) -> detail.contains("only a complex attribute")),
    WE_KNOW_WHAT_IS_READ_ONLY(
            "A read-only attribute is refused as such before the rest of the path is looked at.",
            (text, detail) -> detail.isEmpty() && text.startsWith("groups")),
    THEY_TAKE_A_NAME_BEHIND_BRACKETS(
            "They read 'emails[…]x' as if there were a point; the grammar asks for it.",
            (text, detail) -> detail.contains("']' is followed by")),
    WE_TAKE_OTHER_SPACE(
            "Space may be missing or more than one where signs end by themselves, as in JSON.",
            (text, detail) -> detail.isEmpty() && Patterns.OTHER_SPACE.matcher(text).find());

    private final String reason;
    private final BiPredicate<String, String> covers;

    KnownDifference(String reason, BiPredicate<String, String> covers) {
        this.reason = reason;
        this.covers = covers;
    }

    /**
     * @param detail of our refusal; empty when we took the text and they did not
     */
    static boolean explains(String text, String detail) {
        return Arrays.stream(values()).anyMatch(each -> each.covers.test(text, detail));
    }

    @Override
    public String toString() {
        return reason;
    }

    private static final class Patterns {
        private static final String BEFORE_QUOTE = "[\\w)]\"";
        private static final String AFTER_QUOTE = "\"\\w";
        private static final String AROUND_BRACKETS = "\\s[\\[\\])]|[\\[(]\\s|[\\])]\\w";
        private static final Pattern OTHER_SPACE =
                Pattern.compile(
                        String.join("|", "\\s{2}", BEFORE_QUOTE, AFTER_QUOTE, AROUND_BRACKETS));
    }
}
