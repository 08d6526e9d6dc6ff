package io.rollbook.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class SortingTest {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();

    @ParameterizedTest
    @CsvSource({
        "userName, userName",
        "USERNAME, userName",
        "name.familyName, name.familyName",
        "meta.lastmodified, meta.lastModified",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName, userName",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
        "emails, emails.value",
        "emails.type, emails.type",
        "manager, urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value",
        "schemas, schemas",
        "groups.display, groups.display"
    })
    @Tag("P3.4.2.3-1")
    void findsTheAttributeInAnyNotation(String sortBy, String path) {
        var sorting = accepted(sortBy, null, List.of(USER)).orElseThrow();

        assertThat(sorting.pathIn(USER).map(AttributePath::toString)).contains(path);
        assertThat(sorting.descending()).isFalse();
    }

    @Test
    @Tag("P3.4.2.3-3")
    void ascendingUnlessDescendingIsAsked() {
        assertThat(accepted("title", "", List.of(USER)).orElseThrow().descending()).isFalse();
        assertThat(accepted("title", "Ascending", List.of(USER)).orElseThrow().descending())
                .isFalse();
        assertThat(accepted("title", "DESCENDING", List.of(USER)).orElseThrow().descending())
                .isTrue();
        assertThat(accepted(null, "sideways", List.of(USER))).isEmpty();
        assertThat(accepted(" ", null, List.of(USER))).isEmpty();
    }

    @Test
    void ofSeveralTypesOneMustHaveTheAttribute() {
        var sorting = accepted("userName", null, List.of(USER, GROUP)).orElseThrow();

        assertThat(sorting.pathIn(USER)).isPresent();
        assertThat(sorting.pathIn(GROUP)).isEmpty();
        assertRefused("nothing", null, List.of(USER, GROUP), "no attribute of User or Group");
    }

    @ParameterizedTest
    @Tag("P3.4.2.3-4")
    @ValueSource(strings = {"name", "meta", "addresses"})
    void aComplexAttributeNeedsOneOfItsParts(String sortBy) {
        assertRefused(sortBy, null, List.of(USER), "name one of its sub-attributes");
    }

    @Test
    @Tag("P3.4.2.3-4")
    void refusesWhatOrdersNothing() {
        assertRefused("password", null, List.of(USER), "never shown");
        assertRefused("userName", "sideways", List.of(USER), "'sortOrder' is neither");
        assertRefused("members", null, List.of(USER), "no attribute of User");
        assertRefused("emails[type eq \"work\"]", null, List.of(USER), "no attribute of User");
        assertRefused("userName; drop table users", null, List.of(USER), "no attribute of User");
    }

    private static Optional<Sorting> accepted(
            String sortBy, String sortOrder, List<ResourceType> types) {
        if (Sorting.parse(sortBy, sortOrder, types)
                instanceof Outcome.Accepted<Optional<Sorting>>(var sorting)) {
            return sorting;
        }
        throw new AssertionError(sortBy);
    }

    private static void assertRefused(
            String sortBy, String sortOrder, List<ResourceType> types, String detail) {
        assertThat(Sorting.parse(sortBy, sortOrder, types))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            ScimError error = refused.error();
                            assertThat(error.scimType()).isEqualTo(ScimType.INVALID_VALUE);
                            assertThat(error.detail()).contains(detail);
                        });
    }
}
