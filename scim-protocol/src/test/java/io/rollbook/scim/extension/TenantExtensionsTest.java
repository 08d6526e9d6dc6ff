package io.rollbook.scim.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TenantExtensionsTest {
    private static final TenantExtensions CONTOSO =
            TenantExtensions.of(List.of(Contoso.extension()));

    @Test
    void noneIsTheStandardCatalogItself() {
        assertThat(TenantExtensions.NONE.catalog()).isSameAs(SchemaCatalog.standard());
        assertThat(CONTOSO.without(Contoso.URN.toUpperCase(Locale.ROOT)).catalog())
                .isSameAs(SchemaCatalog.standard());
    }

    @Test
    void addsToTheTypeAndToTheSchemas() {
        var catalog = CONTOSO.catalog();

        assertThat(catalog.user().extension(Contoso.URN)).isNotNull();
        assertThat(catalog.group().extension(Contoso.URN)).isNull();
        assertThat(catalog.schema(Contoso.URN)).isNotNull();
        assertThat(catalog.isStandard()).isFalse();
        assertThat(SchemaCatalog.standard().schema(Contoso.URN)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                "urn:ietf:params:scim:schemas:extension:ENTERPRISE:2.0:user",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:badge",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0"
            })
    void knowsEachNameOnce(String urn) {
        var wanted = Contoso.accepted(Contoso.read(Contoso.DOCUMENT.replace(Contoso.URN, urn)));

        assertThat(Contoso.refusal(TenantExtensions.NONE.admit(wanted))).startsWith("id: ");
    }

    @Test
    void noSchemaLooksLikeTheAttributeOfAnother() {
        var inside = Contoso.DOCUMENT.replace(Contoso.URN, Contoso.URN + ":badge");

        assertThat(Contoso.refusal(CONTOSO.admit(Contoso.accepted(Contoso.read(inside)))))
                .contains("could be taken for an attribute");
    }

    @Test
    @Tag("S-5")
    void growsInTheOrderThatAttributesHaveHad() {
        var known = Contoso.accepted(Contoso.withAttributes("{'name': 'a'}, {'name': 'b'}"));
        var wanted =
                Contoso.accepted(
                        Contoso.withAttributes(
                                "{'name': 'c'}, {'name': 'b', 'description': 'new'}, {'name': 'a',"
                                        + " 'returned': 'request'}"));

        var admitted = Contoso.accepted(TenantExtensions.of(List.of(known)).admit(wanted));

        assertThat(admitted.schema().attributes().stream().map(each -> each.name()))
                .containsExactly("a", "b", "c");
        assertThat(admitted.schema().attributes().find("b").description()).isEqualTo("new");
    }

    @Test
    void isTheSameAgainWhenNothingChanges() {
        assertThat(Contoso.accepted(CONTOSO.admit(Contoso.extension())))
                .satisfies(same -> assertThat(same.isSameAs(Contoso.extension())).isTrue());
    }

    @ParameterizedTest
    @Tag("S-5")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'name': 'b'}                                                | attribute 'a': an attribute cannot be removed
                    {'name': 'A'}, {'name': 'b'}                                 | attribute 'a': name
                    {'name': 'a', 'type': 'integer'}, {'name': 'b'}              | attribute 'a': type
                    {'name': 'a', 'multiValued': true}, {'name': 'b'}            | attribute 'a': multiValued
                    {'name': 'a', 'caseExact': true}, {'name': 'b'}              | attribute 'a': caseExact
                    {'name': 'a', 'required': true}, {'name': 'b'}               | attribute 'a': it cannot become required
                    {'name': 'a', 'mutability': 'readOnly'}, {'name': 'b'}       | attribute 'a': mutability
                    {'name': 'a', 'returned': 'never'}, {'name': 'b'}            | attribute 'a': returned
                    {'name': 'a'}, {'name': 'b'}, {'name': 'c', 'required': true} | attribute 'c': what is added later
                    """)
    void refusesWhatStoredValuesMayNotFit(String attributes, String begin) {
        var known = Contoso.accepted(Contoso.withAttributes("{'name': 'a'}, {'name': 'b'}"));
        var wanted = Contoso.accepted(Contoso.withAttributes(attributes));

        assertThat(Contoso.refusal(TenantExtensions.of(List.of(known)).admit(wanted)))
                .startsWith(begin);
    }

    @Test
    void staysWithItsResourceType() {
        var wanted =
                Contoso.accepted(
                        ExtensionReader.read(
                                "Group",
                                false,
                                Contoso.json(
                                        "{'id': '%s', 'name': 'C', 'attributes': [{'name': 'a'}]}"
                                                .formatted(Contoso.URN))));

        assertThat(Contoso.refusal(CONTOSO.admit(wanted))).startsWith("resourceType: ");
    }

    @Test
    void boundsSchemasAndAttributesOfATenant() {
        var many =
                IntStream.range(0, TenantExtensions.MOST_SCHEMAS)
                        .mapToObj(i -> named("urn:example:s" + i, 1))
                        .toList();
        var large = IntStream.range(0, 5).mapToObj(i -> named("urn:example:s" + i, 100)).toList();

        assertThat(Contoso.refusal(TenantExtensions.of(many).admit(named("urn:example:more", 1))))
                .contains("at most 25 schemas");
        assertThat(Contoso.refusal(TenantExtensions.of(large).admit(named("urn:example:more", 1))))
                .contains("at most 500 attributes");
    }

    private static TenantExtension named(String urn, int attributes) {
        return Contoso.accepted(
                Contoso.read(
                        "{'id': '%s', 'name': 'S', 'attributes': [%s]}"
                                .formatted(
                                        urn,
                                        IntStream.range(0, attributes)
                                                .mapToObj(i -> "{'name': 'a" + i + "'}")
                                                .collect(Collectors.joining(",")))));
    }
}
