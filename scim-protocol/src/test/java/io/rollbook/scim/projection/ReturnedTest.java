package io.rollbook.scim.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Schema;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Text;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The characteristic "returned" (RFC 7643 §7), each value of it. */
@Tag("C7-4")
class ReturnedTest {

    private static final ResourceType THING = thing();
    private static final Complex CARELESS = careless();

    /** What is never returned is not even stored. */
    private static final Complex ONE = CARELESS.without("never");

    @Test
    @Tag("P3.9-1")
    @Tag("P3.9-14")
    void byDefault() {
        assertThat(shown(null, null)).containsExactlyInAnyOrder("always", "default");
    }

    @Test
    @Tag("P3.9-2")
    @Tag("P3.9-14")
    void whatIsReturnedOnRequestIsThereWhenItIsNamed() {
        assertThat(shown("REQUEST", null)).containsExactlyInAnyOrder("always", "request");
        assertThat(shown("urn:example:2.0:Thing:request", null)).contains("request");
    }

    @Test
    @Tag("P3.9-13")
    void whatIsNeverReturnedIsNotThereEvenWhenItIsNamed() {
        assertThat(shown("never,default", null, CARELESS))
                .containsExactlyInAnyOrder("always", "default");
    }

    @Test
    @Tag("P3.9-3")
    @Tag("P3.9-14")
    void exclusionTakesAwayNeitherWhatIsAlwaysThereNorAddsAnything() {
        assertThat(shown(null, "always,default")).containsExactly("always");
        assertThat(shown(null, "nothing")).containsExactlyInAnyOrder("always", "default");
    }

    private static Set<String> shown(@Nullable String attributes, @Nullable String excluded) {
        return shown(attributes, excluded, ONE);
    }

    private static Set<String> shown(
            @Nullable String attributes, @Nullable String excluded, Complex of) {
        return switch (Projection.parse(attributes, excluded, THING)) {
            case Outcome.Accepted<Projection>(Projection projection) ->
                    projection.apply(of).members().keySet();
            case Outcome.Refused<Projection>(var error) -> throw new AssertionError(error);
        };
    }

    private static Complex careless() {
        ComplexBuilder one = Complex.builder();
        THING.attributes().forEach(each -> one.put(each.name(), new Text("x")));
        return one.build();
    }

    private static ResourceType thing() {
        Attributes attributes =
                new Attributes(Arrays.stream(Returned.values()).map(ReturnedTest::of).toList());
        Schema schema = new Schema("urn:example:2.0:Thing", "Thing", "", attributes);
        return new ResourceType("Thing", "/Things", "", schema, List.of(), attributes, Set.of());
    }

    private static Attribute of(Returned returned) {
        return new Attribute(
                returned.keyword(),
                AttributeType.STRING,
                false,
                "",
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                returned,
                Uniqueness.NONE,
                List.of(),
                Attributes.NONE);
    }
}
