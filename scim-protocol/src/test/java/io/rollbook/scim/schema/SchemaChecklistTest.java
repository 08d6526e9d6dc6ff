package io.rollbook.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;
import java.util.stream.Stream;

/** Requirements of RFC 7643 on the schemas; c21 stands for §2.1 and so on. */
class SchemaChecklistTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @Test
    @Tag("C2.1-1")
    void c21NamesMatchTheGrammar() {
        assertThat(everyAttribute())
                .allMatch(attribute -> attribute.name().matches("\\$?[A-Za-z][-$_0-9A-Za-z]*"));
    }

    @Test
    @Tag("C2.2-1")
    void c22WhatASchemaDoesNotSayHasItsDefault() {
        Attribute bare = SchemaDocuments.load("minimal").attributes().inOrder().getFirst();

        assertThat(bare)
                .isEqualTo(
                        new Attribute(
                                "bare",
                                AttributeType.STRING,
                                false,
                                "",
                                false,
                                bare.canonicalValues(),
                                false,
                                Mutability.READ_WRITE,
                                Returned.DEFAULT,
                                Uniqueness.NONE,
                                bare.referenceTypes(),
                                Attributes.NONE));
    }

    @Test
    void refusesToLoadASchemaThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> SchemaDocuments.load("unknown-type"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> SchemaDocuments.load("absent"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // name, type, multiValued, required, caseExact, mutability, returned, uniqueness
        "id, STRING, false, true, true, READ_ONLY, ALWAYS, SERVER",
        "externalId, STRING, false, false, true, READ_WRITE, DEFAULT, NONE",
        "meta, COMPLEX, false, false, false, READ_ONLY, DEFAULT, NONE",
        "userName, STRING, false, true, false, READ_WRITE, DEFAULT, SERVER",
        "profileUrl, REFERENCE, false, false, true, READ_WRITE, DEFAULT, NONE",
        "active, BOOLEAN, false, false, false, READ_WRITE, DEFAULT, NONE",
        "password, STRING, false, false, false, WRITE_ONLY, NEVER, NONE",
        "emails, COMPLEX, true, false, false, READ_WRITE, DEFAULT, NONE",
        "groups, COMPLEX, true, false, false, READ_ONLY, DEFAULT, NONE"
    })
    void c871TheUserHasTheCharacteristicsOfTheRfc(
            String name,
            AttributeType type,
            boolean multiValued,
            boolean required,
            boolean caseExact,
            Mutability mutability,
            Returned returned,
            Uniqueness uniqueness) {
        Attribute attribute = Objects.requireNonNull(CATALOG.user().attributes().find(name));

        assertThat(attribute.type()).isEqualTo(type);
        assertThat(attribute.multiValued()).isEqualTo(multiValued);
        assertThat(attribute.required()).isEqualTo(required);
        assertThat(attribute.caseExact()).isEqualTo(caseExact);
        assertThat(attribute.mutability()).isEqualTo(mutability);
        assertThat(attribute.returned()).isEqualTo(returned);
        assertThat(attribute.uniqueness()).isEqualTo(uniqueness);
    }

    @Test
    @Tag("C4.2-1")
    void c42AGroupNeedsADisplayName() {
        assertThat(CATALOG.group().attributes().required())
                .extracting(Attribute::name)
                .containsExactly("displayName");
    }

    @Test
    @Tag("C4.2-2")
    void c42MembersAreImmutableInside() {
        Attribute members = Objects.requireNonNull(CATALOG.group().attributes().find("members"));

        for (String name : new String[] {"value", "$ref", "type"}) {
            assertThat(members.subAttributes().find(name))
                    .isNotNull()
                    .extracting(Attribute::mutability)
                    .isEqualTo(Mutability.IMMUTABLE);
        }
    }

    @Test
    @Tag("C4.3-2")
    void c43TheNameOfAManagerIsReadOnly() {
        Extension enterprise = CATALOG.user().extensions().getFirst();
        Attribute manager =
                Objects.requireNonNull(enterprise.schema().attributes().find("manager"));

        assertThat(manager.subAttributes().find("displayName")).matches(Attribute::isReadOnly);
        assertThat(enterprise.required()).isFalse();
    }

    private static Stream<Attribute> everyAttribute() {
        return CATALOG.schemas().stream()
                .flatMap(schema -> schema.attributes().stream())
                .flatMap(
                        attribute ->
                                Stream.concat(
                                        Stream.of(attribute), attribute.subAttributes().stream()));
    }
}
