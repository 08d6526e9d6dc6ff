package io.rollbook.audit.odata;

import java.time.Instant;

/** The smallest parts of a filter. */
sealed interface Token {

    /** A keyword or the path of a property. */
    record Word(String text) implements Token {}

    record Quoted(String text) implements Token {}

    record Moment(Instant value) implements Token {}

    /** A parenthesis or a comma. */
    record Sign(char character) implements Token {}

    record End() implements Token {}
}
