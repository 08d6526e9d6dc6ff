package io.rollbook.scim.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.value.Complex;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ExtensionReaderTest {

    @Test
    void readsEveryCharacteristicAndItsDefault() {
        var attributes = Contoso.extension().schema().attributes();

        var badge = attributes.find("BADGE");
        assertThat(badge).isNotNull();
        assertThat(badge.type()).isEqualTo(AttributeType.STRING);
        assertThat(badge.caseExact()).isTrue();
        assertThat(badge.mutability()).isEqualTo(Mutability.READ_WRITE);
        assertThat(badge.returned()).isEqualTo(Returned.DEFAULT);
        assertThat(attributes.find("picture").caseExact()).isTrue();
        assertThat(attributes.find("pin").returned()).isEqualTo(Returned.NEVER);
        assertThat(attributes.find("lockers").subAttributes().find("size").type())
                .isEqualTo(AttributeType.INTEGER);
    }

    @Test
    void takesBackWhatItShows() {
        var extension = Contoso.extension();
        var shown = extension.document();

        assertThat(ExtensionReader.read("User", false, shown))
                .satisfies(
                        again -> assertThat(Contoso.accepted(again).document()).isEqualTo(shown));
        assertThat(TenantExtension.of(extension.toValue()).toValue())
                .isEqualTo(extension.toValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contoso",
                "urn:contoso",
                "urn:a:b c",
                "urn:a:b[c]",
                "urn:a:",
                "urn:a::b",
                "urn:a:b\\\"c",
                "urn:a:b/c",
                "urn:a:é"
            })
    void refusesWhatIsNoUrn(String urn) {
        assertThat(Contoso.refusal(Contoso.read(Contoso.DOCUMENT.replace(Contoso.URN, urn))))
                .startsWith("id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:schemas:core:2.0:Person",
                "urn:ietf:params:scim:api:messages:2.0:Own"
            })
    void refusesNamesThatBelongToScim(String urn) {
        assertThat(Contoso.refusal(Contoso.read(Contoso.DOCUMENT.replace(Contoso.URN, urn))))
                .contains("belongs to SCIM");
    }

    @Test
    void refusesOtherResourceTypes() {
        assertThat(
                        Contoso.refusal(
                                ExtensionReader.read(
                                        "Device", false, Contoso.json(Contoso.DOCUMENT))))
                .startsWith("resourceType: ");
    }

    @Tag("C3.3-2")
    @Tag("S-4")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'name': 'userName'}                               | attribute 'userName': User has
                    {'name': 'ID'}                                     | attribute 'ID': User has
                    {'name': '9lives'}                                 | attributes[0].name: a letter
                    {'name': 'a.b'}                                    | attributes[0].name: a letter
                    {'name': '$ref', 'type': 'reference'}              | attributes[0].name: a letter
                    {'type': 'string'}                                 | attributes[0].name: a letter
                    5                                                  | attributes[0]: an object
                    {'name': 'a'}, {'name': 'A'}                       | attributes[1]: there is an attribute 'A'
                    {'name': 'a', 'type': 'text'}                      | attribute 'a'.type: one of string, boolean
                    {'name': 'a', 'type': 5}                           | attribute 'a'.type: a text
                    {'name': 'a', 'requierd': true}                    | attribute 'a'.requierd: schemas have no such
                    {'name': 'a', 'required': 'true'}                  | attribute 'a'.required: true or false
                    {'name': 'a', 'uniqueness': 'server'}              | attribute 'a'.uniqueness: values of an extension
                    {'name': 'a', 'type': 'complex'}                   | attribute 'a'.subAttributes: a list of 1
                    {'name': 'a', 'subAttributes': []}                 | attribute 'a'.subAttributes: only type 'complex'
                    {'name': 'a', 'canonicalValues': ['x', 'x']}       | attribute 'a'.canonicalValues[1]: a text is expected that
                    {'name': 'a', 'type': 'integer', 'canonicalValues': ['1']} | attribute 'a'.canonicalValues: only
                    {'name': 'a', 'type': 'binary', 'caseExact': false} | attribute 'a'.caseExact: values of type binary
                    {'name': 'a', 'type': 'reference'}                 | attribute 'a'.referenceTypes: external
                    {'name': 'a', 'type': 'reference', 'referenceTypes': ['Device']} | attribute 'a'.referenceTypes: external
                    {'name': 'a', 'referenceTypes': ['User']}          | attribute 'a'.referenceTypes: only type
                    {'name': 'a', 'mutability': 'writeOnly', 'returned': 'default'} | attribute 'a'.returned: what is writeOnly
                    {'name': 'a', 'mutability': 'immutable', 'returned': 'never'} | attribute 'a'.returned: what is returned
                    {'name': 'a', 'required': true, 'returned': 'never'} | attribute 'a'.returned: what is returned
                    {'name': 'a', 'required': true, 'mutability': 'readOnly'} | attribute 'a'.required: nobody
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'type': 'complex', 'subAttributes': [{'name': 'c'}]}]} | attribute 'a.b'.type: a complex
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'multiValued': true}]} | attribute 'a.b'.multiValued: a sub-attribute
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'returned': 'request'}]} | attribute 'a.b'.returned: a sub-attribute
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'primary'}]} | attribute 'a'.primary: it marks
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': '$ref', 'type': 'reference', 'referenceTypes': ['User']}]} | attribute 'a'.$ref: a reference
                    {'name': 'a', 'type': 'complex', 'subAttributes': [{'name': '$ref'}]} | attribute 'a.$ref'.type: '$ref'
                    """)
    void namesThePlaceOfEachMistake(String attributes, String begin) {
        assertThat(Contoso.refusal(Contoso.withAttributes(attributes))).startsWith(begin);
    }

    @Test
    void boundsTheNumberOfAttributes() {
        String many =
                IntStream.range(0, 101)
                        .mapToObj(i -> "{'name': 'a%d'}".formatted(i))
                        .collect(Collectors.joining(","));

        assertThat(Contoso.refusal(Contoso.withAttributes(many)))
                .startsWith("attributes: a list of 1 to 100");
        assertThat(Contoso.refusal(Contoso.withAttributes("")))
                .startsWith("attributes: a list of 1 to 100");
    }

    @Test
    void boundsTexts() {
        String attribute = "{'name': 'a', 'description': '%s'}".formatted("x".repeat(2_001));

        assertThat(Contoso.refusal(Contoso.withAttributes(attribute)))
                .startsWith("attribute 'a'.description: at most 2000");
    }

    @Test
    void refusesADocumentThatIsNoSchema() {
        assertThat(Contoso.refusal(ExtensionReader.read("User", false, Complex.EMPTY)))
                .startsWith("id: ");
        assertThat(
                        Contoso.refusal(
                                Contoso.read(
                                        "{'id': '%s', 'attribute': []}".formatted(Contoso.URN))))
                .startsWith("attribute: schemas have no such member");
        assertThat(
                        Contoso.refusal(
                                Contoso.read(
                                        "{'schemas': ['urn:x:y'], 'id': '%s'}"
                                                .formatted(Contoso.URN))))
                .startsWith("schemas: ");
    }
}
