package io.rollbook.audit.odata;

import java.time.Instant;

/** A constant in a filter. */
public sealed interface Literal {

    record Text(String value) implements Literal {}

    record Time(Instant value) implements Literal {}

    record Null() implements Literal {}
}
