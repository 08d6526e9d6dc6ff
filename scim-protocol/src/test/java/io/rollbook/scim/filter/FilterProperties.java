package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;

import java.util.List;

class FilterProperties {
    private static final ResourceType USER = SchemaCatalog.standard().user();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void printedAndReadAgainAFilterIsTheSame(@ForAll("filters") Filter filter) {
        assertThat(FilterParser.parse(FilterText.of(filter), USER, Profile.RFC))
                .isEqualTo(Outcome.accepted(filter));
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text, @ForAll Profile profile) {
        readOrRefused(text, profile);
    }

    @Property
    void anyHeapOfTokensIsReadOrRefused(@ForAll("tokens") String text, @ForAll Profile profile) {
        readOrRefused(text, profile);
    }

    private static void readOrRefused(String text, Profile profile) {
        switch (FilterParser.parse(text, USER, profile)) {
            case Outcome.Accepted<Filter>(Filter filter) ->
                    assertThat(FilterParser.parse(FilterText.of(filter), USER, profile))
                            .isEqualTo(Outcome.accepted(filter));
            case Outcome.Refused<Filter>(var error) ->
                    assertThat(error.scimType()).isEqualTo(ScimType.INVALID_FILTER);
        }
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "userName",
                        "emails",
                        "manager",
                        "active",
                        "meta.created",
                        "nope",
                        "type",
                        "value",
                        ".value",
                        "[",
                        "]",
                        "(",
                        ")",
                        "not",
                        "and",
                        "or",
                        "pr",
                        "eq",
                        "ne",
                        "co",
                        "gt",
                        "true",
                        "null",
                        "5",
                        "\"x\"",
                        "\"2026-03-02T09:15:00Z\"",
                        "\"")
                .list()
                .ofMaxSize(12)
                .map(tokens -> String.join(" ", tokens).replace("] .", "]."));
    }

    @Provide
    Arbitrary<Filter> filters() {
        List<AttributePath> paths =
                USER.attributes().stream()
                        .filter(attribute -> !attribute.isDiscarded())
                        .map(AttributePath::of)
                        .toList();
        return combined(leaf(paths, true), 2);
    }

    private static Arbitrary<Filter> combined(Arbitrary<Filter> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Filter> terms = combined(leaves, depth - 1);
        return Arbitraries.oneOf(
                leaves,
                terms.map(Filter.Not::new),
                several(terms).map(Filter.And::new),
                several(terms).map(Filter.Or::new));
    }

    private static Arbitrary<List<Filter>> several(Arbitrary<Filter> terms) {
        return terms.list().ofMinSize(2).ofMaxSize(3);
    }

    private static Arbitrary<Filter> leaf(List<AttributePath> paths, boolean withBrackets) {
        return Arbitraries.of(paths)
                .flatMap(
                        path ->
                                path.attribute().isComplex()
                                        ? ofComplex(path, withBrackets)
                                        : ofSimple(path));
    }

    private static Arbitrary<Filter> ofComplex(AttributePath path, boolean withBrackets) {
        List<Attribute> subs = path.attribute().subAttributes().inOrder();
        Arbitrary<Filter> dotted =
                Arbitraries.of(subs)
                        .map(path::withSubAttribute)
                        .flatMap(FilterProperties::ofSimple);
        if (!withBrackets) {
            return dotted;
        }
        Arbitrary<Filter> inner =
                combined(leaf(subs.stream().map(AttributePath::of).toList(), false), 1);
        return Arbitraries.oneOf(
                dotted,
                Arbitraries.just(new Filter.Present(path)),
                inner.map(filter -> new Filter.ElementMatches(path, filter)));
    }

    private static Arbitrary<Filter> ofSimple(AttributePath path) {
        if (path.target().name().equals(Attribute.PRIMARY)) {
            // Comparisons are read as what they ask of the elements: no text for every filter.
            return Arbitraries.just(new Filter.Present(path));
        }
        return Arbitraries.oneOf(
                Arbitraries.just(new Filter.Present(path)),
                operators(path.target().type())
                        .flatMap(
                                operator ->
                                        operand(path.target())
                                                .map(
                                                        operand ->
                                                                new Filter.Comparison(
                                                                        path, operator, operand))));
    }

    private static Arbitrary<Operator> operators(AttributeType type) {
        return Arbitraries.of(Operator.values())
                .filter(
                        operator ->
                                switch (type) {
                                    case STRING, REFERENCE -> true;
                                    case BOOLEAN, BINARY, COMPLEX ->
                                            !operator.isOrdering() && !operator.isSubstring();
                                    case INTEGER, DECIMAL, DATE_TIME -> !operator.isSubstring();
                                });
    }

    private static Arbitrary<Literal> operand(Attribute attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Arbitraries.of(true, false).map(Literal.Bool::new);
            case INTEGER, DECIMAL -> Arbitraries.bigDecimals().map(Literal.Numeric::new);
            case DATE_TIME -> DateTimes.instants().map(Literal.Moment::new);
            case BINARY ->
                    Arbitraries.strings()
                            .alpha()
                            .map(text -> Texts.comparable(attribute, text))
                            .map(Literal.Text::new);
            case STRING, REFERENCE, COMPLEX ->
                    Arbitraries.strings()
                            .filter(text -> Text.isStorable(text) && !Text.hasControls(text))
                            .map(text -> Texts.comparable(attribute, text))
                            .map(Literal.Text::new);
        };
    }
}
