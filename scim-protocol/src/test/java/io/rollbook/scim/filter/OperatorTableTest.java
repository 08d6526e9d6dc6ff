package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/** Every operator on every type (RFC 7644 §3.4.2.2), on a type that has them all. */
class OperatorTableTest {

    private static final ResourceType THING = thing();
    private static final Complex ONE =
            Json.readObject(
                    """
                    {"text":"Müller","exact":"Abc","flag":false,"count":5,"ratio":2.50,
                     "at":"2026-03-02T09:15:00Z","bytes":"+/8=","link":"https://h/scim/v2/Users/1",
                     "part":{"value":"Vé"},"parts":[{"value":"a"},{"value":"b"}],"empty":""}
                    """
                            .getBytes(UTF_8));

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-eq-string")
    @Tag("T4.2-ne-string")
    @Tag("T4.2-co-string")
    @Tag("T4.2-gt-string")
    @Tag("T4.2-pr-string")
    @Tag("P4.2-6")
    @Tag("P4.2-7")
    @Tag("C7-2")
    @CsvSource(
            delimiter = '|',
            value = {
                "text eq \"MÜLLER\"    | true",
                "text eq \"mu\\u0308ller\" | true",
                "text eq \"muller\"    | false",
                "exact eq \"Abc\"      | true",
                "exact eq \"abc\"      | false",
                "text ne \"müller\"    | false",
                "exact ne \"abc\"      | true",
                "absent ne \"x\"       | true",
                "absent eq null        | true",
                "text eq null          | false",
                "text ne null          | true",
                "absent ne null        | false",
                "text co \"ÜLL\"       | true",
                "exact co \"B\"        | false",
                "text sw \"mü\"        | true",
                "exact sw \"a\"        | false",
                "text ew \"LER\"       | true",
                "exact ew \"bc\"       | true",
                "text co \"\"          | true",
                "absent sw \"\"        | false",
                "text gt \"mull\"      | true",
                "text ge \"MÜLLER\"    | true",
                "text lt \"müllerz\"   | true",
                "text le \"MÜLLER\"    | true",
                "exact gt \"abc\"      | false",
                "exact lt \"abc\"      | true",
                "text pr               | true",
                "empty pr              | false",
                "absent pr             | false"
            })
    void strings(String filter, boolean matches) {
        assertThat(matches(filter)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-eq-boolean")
    @Tag("T4.2-ne-boolean")
    @Tag("T4.2-pr-boolean")
    @Tag("T4.2-eq-number")
    @Tag("T4.2-ne-number")
    @Tag("T4.2-gt-number")
    @Tag("T4.2-pr-number")
    @CsvSource(
            delimiter = '|',
            value = {
                "flag eq false         | true",
                "flag eq False         | true",
                "flag eq true          | false",
                "flag ne TRUE          | true",
                "flag pr               | true",
                "count eq 5            | true",
                "count eq 5.0          | true",
                "count eq 50e-1        | true",
                "count ne 5            | false",
                "count ne 6            | true",
                "count gt 4.5          | true",
                "count ge 5            | true",
                "count lt 5            | false",
                "count le 5.0          | true",
                "count pr              | true",
                "ratio eq 2.5          | true",
                "ratio ne 2.50         | false",
                "ratio gt 2.49         | true",
                "ratio ge 10           | false",
                "ratio lt 10           | true",
                "ratio le 2.5          | true",
                "ratio pr              | true"
            })
    void booleansAndNumbers(String filter, boolean matches) {
        assertThat(matches(filter)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-eq-dateTime")
    @Tag("T4.2-ne-dateTime")
    @Tag("T4.2-gt-dateTime")
    @Tag("T4.2-pr-dateTime")
    @Tag("T4.2-eq-binary")
    @Tag("T4.2-ne-binary")
    @Tag("T4.2-pr-binary")
    @CsvSource(
            delimiter = '|',
            value = {
                "at eq \"2026-03-02T10:15:00.000+01:00\" | true",
                "at ne \"2026-03-02T09:15:00Z\"          | false",
                "at ne \"2026-03-02T09:15:01Z\"          | true",
                "at gt \"2026-03-02T10:14:59+01:00\"     | true",
                "at ge \"2026-03-02T09:15:00Z\"          | true",
                "at lt \"2026-03-02T09:15:00.001Z\"      | true",
                "at le \"2026-03-02T09:14:00Z\"          | false",
                "at pr                                  | true",
                "bytes eq \"-_8\"                         | true",
                "bytes eq \"+/8=\"                        | true",
                "bytes ne \"-_8\"                         | false",
                "bytes ne \"AA==\"                        | true",
                "bytes pr                               | true"
            })
    void datesAndBytes(String filter, boolean matches) {
        assertThat(matches(filter)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-eq-reference")
    @Tag("T4.2-ne-reference")
    @Tag("T4.2-co-reference")
    @Tag("T4.2-gt-reference")
    @Tag("T4.2-pr-reference")
    @Tag("C2.4-4")
    @CsvSource(
            delimiter = '|',
            value = {
                "link eq \"https://h/scim/v2/Users/1\" | true",
                "link eq \"https://h/scim/Users/1\"    | true",
                "link eq \"https://h/scim/v2/users/1\" | false",
                "link ne \"https://h/scim/Users/1\"    | false",
                "link ne \"https://h/scim/Users/2\"    | true",
                "link co \"Users\"                     | true",
                "link sw \"https://\"                  | true",
                "link ew \"/2\"                        | false",
                "link gt \"https://g\"                 | true",
                "link lt \"https://i\"                 | true",
                "link ge \"https://i\"                 | false",
                "link le \"https://g\"                 | false",
                "link pr                             | true"
            })
    void references(String filter, boolean matches) {
        assertThat(matches(filter)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-eq-complex")
    @Tag("T4.2-ne-complex")
    @Tag("T4.2-co-complex")
    @Tag("T4.2-gt-complex")
    @Tag("T4.2-pr-complex")
    @Tag("P4.2-1")
    @CsvSource(
            delimiter = '|',
            value = {
                "part eq \"vé\"          | true",
                "part ne \"vé\"          | false",
                "part co \"É\"           | true",
                "part sw \"x\"           | false",
                "part ge \"VÉ\"          | true",
                "part lt \"v\"           | false",
                "part pr                | true",
                "parts eq \"B\"          | true",
                "parts eq \"c\"          | false",
                "parts ne \"a\"          | true",
                "not (parts eq \"a\")    | false",
                "parts gt \"a\"          | true",
                "parts co \"a\"          | true",
                "parts pr               | true",
                "none pr                | false"
            })
    void complexOnesByTheirValue(String filter, boolean matches) {
        assertThat(matches(filter)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T4.2-co-boolean")
    @Tag("T4.2-gt-boolean")
    @Tag("T4.2-co-number")
    @Tag("T4.2-co-dateTime")
    @Tag("T4.2-co-binary")
    @Tag("T4.2-gt-binary")
    @Tag("P4.2-5")
    @Tag("P4.2-6")
    @CsvSource(
            delimiter = '|',
            value = {
                "flag co true",
                "flag sw true",
                "flag ew true",
                "flag gt true",
                "flag ge true",
                "flag lt true",
                "flag le true",
                "count co 5",
                "count sw 5",
                "count ew 5",
                "ratio co 2",
                "at co \"2026\"",
                "at sw \"2026\"",
                "at ew \"Z\"",
                "bytes co \"AA\"",
                "bytes sw \"AA\"",
                "bytes ew \"AA\"",
                "bytes gt \"AA\"",
                "bytes ge \"AA\"",
                "bytes lt \"AA\"",
                "bytes le \"AA\"",
                "text eq 5",
                "text eq true",
                "count eq \"5\"",
                "flag eq 1",
                "at eq 5",
                "at eq \"yesterday\"",
                "bytes eq \"no base64!\"",
                "text gt null",
                "count lt null"
            })
    void pairsThatMakeNoSense(String filter) {
        Outcome<Filter> outcome = FilterParser.parse(filter, THING, Profile.RFC);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            ScimError error = refused.error();
                            assertThat(error.status()).isEqualTo(400);
                            assertThat(error.scimType()).isEqualTo(ScimType.INVALID_FILTER);
                        });
    }

    private static boolean matches(String text) {
        return switch (FilterParser.parse(text, THING, Profile.RFC)) {
            case Outcome.Accepted<Filter>(Filter filter) -> FilterEvaluator.matches(filter, ONE);
            case Outcome.Refused<Filter>(var error) -> throw new AssertionError(error);
        };
    }

    private static ResourceType thing() {
        Attributes value = new Attributes(List.of(simple("value", AttributeType.STRING, false)));
        Attributes attributes =
                new Attributes(
                        List.of(
                                simple("text", AttributeType.STRING, false),
                                simple("exact", AttributeType.STRING, true),
                                simple("absent", AttributeType.STRING, false),
                                simple("empty", AttributeType.STRING, false),
                                simple("flag", AttributeType.BOOLEAN, false),
                                simple("count", AttributeType.INTEGER, false),
                                simple("ratio", AttributeType.DECIMAL, false),
                                simple("at", AttributeType.DATE_TIME, false),
                                simple("bytes", AttributeType.BINARY, true),
                                reference("link"),
                                attribute("part", AttributeType.COMPLEX, false, false, value),
                                attribute("parts", AttributeType.COMPLEX, false, true, value),
                                attribute("none", AttributeType.COMPLEX, false, true, value)));
        Schema schema = new Schema("urn:example:2.0:Thing", "Thing", "", attributes);
        return new ResourceType("Thing", "/Things", "", schema, List.of(), attributes, Set.of());
    }

    private static Attribute simple(String name, AttributeType type, boolean caseExact) {
        return attribute(name, type, caseExact, false, Attributes.NONE);
    }

    private static Attribute reference(String name) {
        return attribute(
                name, AttributeType.REFERENCE, true, false, Attributes.NONE, List.of("User"));
    }

    private static Attribute attribute(
            String name, AttributeType type, boolean exact, boolean many, Attributes parts) {
        return attribute(name, type, exact, many, parts, List.of());
    }

    private static Attribute attribute(
            String name,
            AttributeType type,
            boolean exact,
            boolean many,
            Attributes parts,
            List<String> referenceTypes) {
        return new Attribute(
                name,
                type,
                many,
                "",
                false,
                List.of(),
                exact,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                referenceTypes,
                parts);
    }
}
