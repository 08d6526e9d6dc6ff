package io.rollbook.scim.filter;

import io.rollbook.scim.path.AttributePath;

import java.util.List;

/**
 * A filter bound to a resource type. Every attribute in it exists, and every operand has the type
 * of its attribute. {@code null} operands are gone: {@code x eq null} is {@code not (x pr)} and
 * {@code x ne null} is {@code x pr}.
 */
public sealed interface Filter {

    /** All of two or more. */
    record And(List<Filter> terms) implements Filter {

        public And {
            terms = List.copyOf(terms);
        }
    }

    /** Any of two or more. */
    record Or(List<Filter> terms) implements Filter {

        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(Filter term) implements Filter {}

    /** Has a value that is not empty; for a complex attribute, any sub-attribute with one. */
    record Present(AttributePath path) implements Filter {}

    /**
     * True when any value matches. {@link Operator#NE} is true when any value differs and when
     * there is no value at all; "no value equals" is {@code not (x eq y)}.
     *
     * @param path never a complex attribute itself: its {@code value} is meant then
     */
    record Comparison(AttributePath path, Operator operator, Literal operand) implements Filter {}

    /**
     * True when one element matches the whole inner filter: {@code emails[type eq "work" and value
     * co "x"]}. A single complex attribute is its own only element. {@code emails[f].value eq "x"}
     * is {@code emails[f and value eq "x"]}.
     *
     * @param inner its paths are sub-attributes of the path's attribute and stand alone
     */
    record ElementMatches(AttributePath path, Filter inner) implements Filter {}
}
