package io.rollbook.scim.filter;

/** A piece of a filter's text; {@code at} is the position of its first character, from 0. */
sealed interface Token {

    int at();

    /** A name, an operator, a keyword or a number. */
    record Word(String text, int at) implements Token {}

    /** A JSON string without its quotes and escapes. */
    record Quoted(String text, int at) implements Token {}

    /** One of {@code ( ) [ ]}. */
    record Mark(char sign, int at) implements Token {}

    record End(int at) implements Token {}

    default boolean isMark(char sign) {
        return this instanceof Mark mark && mark.sign == sign;
    }

    default boolean isWord(String keyword) {
        return this instanceof Word word && word.text.equalsIgnoreCase(keyword);
    }

    /** Like {@link #isWord}, in quotes as well. */
    default boolean says(String keyword) {
        return isWord(keyword)
                || (this instanceof Quoted quoted && quoted.text.equalsIgnoreCase(keyword));
    }
}
