package io.rollbook.scim.extension;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import java.util.List;

/** A schema with an attribute of every kind, and the users that have it. */
final class Contoso {
    static final String URN = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";

    static final String DOCUMENT =
            """
            {'id': '%s', 'name': 'Contoso', 'description': 'What Contoso keeps.', 'attributes': [
              {'name': 'badge', 'caseExact': true},
              {'name': 'floor', 'type': 'integer'},
              {'name': 'rate', 'type': 'decimal'},
              {'name': 'remote', 'type': 'boolean'},
              {'name': 'joined', 'type': 'dateTime', 'mutability': 'immutable'},
              {'name': 'picture', 'type': 'binary', 'returned': 'request'},
              {'name': 'page', 'type': 'reference', 'referenceTypes': ['external']},
              {'name': 'pin', 'mutability': 'writeOnly'},
              {'name': 'grade', 'mutability': 'readOnly'},
              {'name': 'unit', 'returned': 'always'},
              {'name': 'tags', 'multiValued': true, 'canonicalValues': ['red', 'blue']},
              {'name': 'lockers', 'type': 'complex', 'multiValued': true, 'subAttributes': [
                {'name': 'value', 'required': true},
                {'name': 'type', 'canonicalValues': ['shoe', 'coat']},
                {'name': 'size', 'type': 'integer'},
                {'name': 'primary', 'type': 'boolean'}]},
              {'name': 'mentor', 'type': 'complex', 'subAttributes': [
                {'name': 'value'},
                {'name': '$ref', 'type': 'reference', 'referenceTypes': ['User']}]}
            ]}
            """
                    .formatted(URN);

    private Contoso() {}

    static TenantExtension extension() {
        return accepted(read(DOCUMENT));
    }

    static ResourceType user() {
        return TenantExtensions.of(List.of(extension())).catalog().user();
    }

    static Outcome<TenantExtension> read(String document) {
        return ExtensionReader.read("User", false, json(document));
    }

    /** With an extension of just these attributes. */
    static Outcome<TenantExtension> withAttributes(String attributes) {
        return read(
                "{'id': '%s', 'name': 'Contoso', 'attributes': [%s]}".formatted(URN, attributes));
    }

    static Complex json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(UTF_8));
    }

    static <T> T accepted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> value;
            case Outcome.Refused<T>(var error) -> throw new AssertionError(error.detail());
        };
    }

    static <T> String refusal(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> throw new AssertionError("accepted");
            case Outcome.Refused<T>(var error) -> error.detail();
        };
    }
}
