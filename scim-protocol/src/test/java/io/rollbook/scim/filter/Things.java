package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
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

import java.util.List;
import java.util.Set;

/** A resource type with an attribute of every type, a resource of it, and filters on that. */
final class Things {

    private static final Complex THING =
            Json.readObject(
                    """
                    {"text":"Straße Ada","exact":"Ada","empty":"","flag":false,"whole":5,
                     "fraction":2.50,"moment":"2026-03-02T09:15:00.000Z","bytes":"+/8=",
                     "link":"https://h/v2/Users/1","thing":{"value":"Ada","note":"n"},
                     "things":[{"value":"Ada"},{"value":"Bob"}],"empties":[{"value":""}]}
                    """
                            .getBytes(UTF_8));

    private final ResourceType type = type();

    void matches(String... filters) {
        for (String filter : filters) {
            assertThat(answer(filter)).as(filter).isEqualTo(Outcome.accepted(true));
        }
    }

    void differs(String... filters) {
        for (String filter : filters) {
            assertThat(answer(filter)).as(filter).isEqualTo(Outcome.accepted(false));
        }
    }

    void refuses(String... filters) {
        for (String filter : filters) {
            assertThat(answer(filter))
                    .as(filter)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused ->
                                    assertThat(refused.error().scimType())
                                            .isEqualTo(ScimType.INVALID_FILTER));
        }
    }

    private Outcome<Boolean> answer(String filter) {
        return FilterParser.parse(filter, type, Profile.RFC)
                .map(each -> FilterEvaluator.matches(each, THING));
    }

    private static ResourceType type() {
        Attributes parts =
                new Attributes(
                        List.of(
                                attribute("value", AttributeType.STRING, false),
                                attribute("note", AttributeType.STRING, false)));
        Attributes all =
                new Attributes(
                        List.of(
                                attribute("text", AttributeType.STRING, false),
                                attribute("none", AttributeType.STRING, false),
                                attribute("empty", AttributeType.STRING, false),
                                attribute("exact", AttributeType.STRING, true),
                                attribute("flag", AttributeType.BOOLEAN, false),
                                attribute("whole", AttributeType.INTEGER, false),
                                attribute("fraction", AttributeType.DECIMAL, false),
                                attribute("moment", AttributeType.DATE_TIME, false),
                                attribute("bytes", AttributeType.BINARY, true),
                                attribute("link", AttributeType.REFERENCE, true),
                                complex("thing", false, parts),
                                complex("things", true, parts),
                                complex("empties", true, parts)));
        Schema schema = new Schema("urn:example:Thing", "Thing", "", all);
        return new ResourceType("Thing", "/Things", "", schema, List.of(), all, Set.of());
    }

    private static Attribute attribute(String name, AttributeType type, boolean caseExact) {
        return attribute(name, type, false, caseExact, Attributes.NONE);
    }

    private static Attribute complex(String name, boolean multiValued, Attributes parts) {
        return attribute(name, AttributeType.COMPLEX, multiValued, false, parts);
    }

    private static Attribute attribute(
            String name,
            AttributeType type,
            boolean multiValued,
            boolean caseExact,
            Attributes parts) {
        return new Attribute(
                name,
                type,
                multiValued,
                "",
                false,
                List.of(),
                caseExact,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                type == AttributeType.REFERENCE ? List.of("User") : List.of(),
                parts);
    }
}
