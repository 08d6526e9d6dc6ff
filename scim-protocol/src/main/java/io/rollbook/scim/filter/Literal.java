package io.rollbook.scim.filter;

import java.math.BigDecimal;
import java.time.Instant;

/** The operand of a comparison, in the type of the attribute that it is compared with. */
public sealed interface Literal {

    /** For strings, references and binaries. */
    record Text(String value) implements Literal {}

    record Bool(boolean value) implements Literal {}

    /** For integers and decimals; {@code 5} and {@code 5.0} are the same. */
    record Numeric(BigDecimal value) implements Literal {

        public Numeric {
            value = value.stripTrailingZeros();
        }
    }

    /** For dateTimes, which are compared as points in time. */
    record Moment(Instant value) implements Literal {}
}
