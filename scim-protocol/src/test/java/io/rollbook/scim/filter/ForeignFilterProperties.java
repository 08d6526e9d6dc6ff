package io.rollbook.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.utils.JsonUtils;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.testing.Resources;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import tools.jackson.databind.json.JsonMapper;

/**
 * Another SCIM library, which knows no schema, answers filters as we do wherever the RFC leaves no
 * choice: not for {@code ne} on lists, texts that are {@code caseExact}, and folding beyond one
 * letter.
 */
class ForeignFilterProperties {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final JsonMapper FOREIGN = JsonUtils.createObjectMapper();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aForeignEvaluatorAgrees(@ForAll("users") Complex user, @ForAll("filters") String filter)
            throws ScimException {
        boolean theirs =
                com.unboundid.scim2.common.utils.FilterEvaluator.evaluate(
                        com.unboundid.scim2.common.filters.Filter.fromString(filter),
                        FOREIGN.readTree(Json.write(user)));

        assertThat(FilterParser.parse(filter, USER, Profile.RFC).map(f -> matches(f, user)))
                .as(filter)
                .isEqualTo(Outcome.accepted(theirs));
    }

    private static boolean matches(Filter filter, Complex user) {
        return FilterEvaluator.matches(filter, user);
    }

    @Provide
    Arbitrary<Complex> users() {
        return Resources.of(USER).map(ForeignFilterProperties::withoutSharpS);
    }

    private static Complex withoutSharpS(Complex user) {
        return Json.readObject(
                new String(Json.write(user), UTF_8).replace('ß', 'c').getBytes(UTF_8));
    }

    @Provide
    Arbitrary<String> filters() {
        Arbitrary<String> one =
                Arbitraries.oneOf(
                        compared("userName", "displayName", "title", "name.givenName"),
                        compared("emails.value", "emails.type", "addresses.locality"),
                        Arbitraries.of("title pr", "name pr", "phoneNumbers pr", "emails.type pr"),
                        Arbitraries.of("active eq true", "active eq false"),
                        compared("type", "value").map(inner -> "emails[" + inner + "]"));
        Arbitrary<String> two =
                Combinators.combine(one, Arbitraries.of(" and ", " or ", " AND "), one)
                        .as((left, with, right) -> left + with + right);
        return Combinators.combine(two, Arbitraries.of(" and ", " or not "), two)
                .as((left, with, right) -> left + with + "(" + right + ")");
    }

    private static Arbitrary<String> compared(String... paths) {
        return Combinators.combine(
                        Arbitraries.of(paths),
                        Arbitraries.of("eq", "Eq", "co", "sw", "ew", "gt", "ge", "lt", "le"),
                        Arbitraries.of("a", "A", "b", "WORK", "or", "home", "0"))
                .as((path, operator, operand) -> path + " " + operator + " \"" + operand + "\"");
    }
}
