package io.rollbook.scim.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.util.List;
import java.util.Random;

/** Another SCIM library takes and refuses the same texts. */
class ForeignSyntaxProperties {

    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final List<String> FILTERS =
            List.of(
                    "title eq \"x\"",
                    "title pr",
                    "emails[type eq \"work\"]",
                    "active eq true",
                    "meta.created gt \"2026-03-02T09:15:00Z\"",
                    "urn:ietf:params:scim:schemas:core:2.0:User:title co \"\\\"y\\\\\"",
                    "groups.$ref ew \"1\"",
                    ENTERPRISE + ":manager.value sw \"1\"",
                    "name.familyName ne null");
    private static final List<String> PATHS =
            List.of(
                    "title",
                    "name.familyName",
                    "emails[type eq \"work\"]",
                    "emails[type eq \"work\" and not (value pr)].value",
                    "urn:ietf:params:scim:schemas:core:2.0:User:title",
                    ENTERPRISE + ":manager.value",
                    "groups.$ref");
    private static final List<String> PIECES =
            List.of(
                    " ", "  ", "(", ")", "[", "]", " and ", " or ", "not ", "not(", "\"", "\\", ".",
                    " eq ", " pr", "true", "5", "AND", "x");

    @Property(
            seed = "20261123",
            tries = 5_000,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.BOUNDED)
    void filtersAreTheSame(@ForAll("filters") String text) {
        assertSame(text, refusal(FilterParser.parse(text, USER, Profile.RFC)), isTheirFilter(text));
    }

    @Property(
            seed = "20261123",
            tries = 5_000,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.BOUNDED)
    void pathsAreTheSame(@ForAll("paths") String text) {
        assertSame(text, refusalOfPath(text), isTheirPath(text));
    }

    private static void assertSame(String text, String refusal, boolean theirs) {
        if (refusal.isEmpty() != theirs) {
            assertThat(KnownDifference.explains(text, refusal))
                    .as("<%s> we: <%s>, they take it: %s", text, refusal, theirs)
                    .isTrue();
        }
    }

    private static boolean isTheirFilter(String text) {
        try {
            return Filter.fromString(text) != null;
        } catch (BadRequestException | ClassCastException e) {
            // Theirs casts whatever JSON stands where a value should be.
            return false;
        }
    }

    private static boolean isTheirPath(String text) {
        try {
            return Path.fromString(text) != null;
        } catch (BadRequestException | ClassCastException e) {
            // Theirs casts whatever JSON stands where a value should be.
            return false;
        }
    }

    private static String refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<?> accepted -> "";
            case Outcome.Refused<?>(ScimError error) -> error.detail();
        };
    }

    /** Of what is no path; what is one may still be refused for what is done to it. */
    private static String refusalOfPath(String text) {
        var path = new String(Json.write(new Text(text)), UTF_8);
        var body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                        + "\"Operations\":[{\"op\":\"remove\",\"path\":"
                        + path
                        + "}]}";
        return switch (PatchReader.read(body.getBytes(UTF_8), USER, Profile.RFC)) {
            case Outcome.Refused<?>(ScimError error)
                    when error.scimType() == ScimType.INVALID_PATH
                            || error.scimType() == ScimType.INVALID_FILTER ->
                    error.detail();
            case Outcome<?> other -> "";
        };
    }

    @Provide
    Arbitrary<String> filters() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            return wounded(joined(random), random);
                        });
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.longs()
                .map(
                        seed -> {
                            var random = new Random(seed);
                            return wounded(any(PATHS, random), random);
                        });
    }

    private static String joined(Random random) {
        var text = any(FILTERS, random);
        while (random.nextInt(3) == 0) {
            var operator = random.nextBoolean() ? " and " : " OR ";
            var next = any(FILTERS, random);
            text += operator + (random.nextInt(3) == 0 ? "not (" + next + ")" : next);
            text = random.nextInt(4) == 0 ? "(" + text + ")" : text;
        }
        return text;
    }

    private static String wounded(String text, Random random) {
        var wounded = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(wounded.length() + 1);
            int to = Math.min(wounded.length(), from + random.nextInt(3));
            if (random.nextBoolean()) {
                wounded.delete(from, to);
            } else {
                wounded.insert(from, any(PIECES, random));
            }
        }
        return wounded.toString();
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
