package io.rollbook.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;
import java.util.stream.Collectors;

/** The attributes of RFC 7643 §8.7.1 with their exceptions from the defaults, and no others. */
class AttributeTableTest {

    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @ParameterizedTest(name = "{0}")
    @Tag("T1.1-id")
    @Tag("T1.1-externalId")
    @Tag("T1.1-meta")
    @Tag("T1.1-userName")
    @Tag("T1.1-name")
    @Tag("T1.1-strings")
    @Tag("T1.1-profileUrl")
    @Tag("T1.1-active")
    @Tag("T1.1-password")
    @Tag("T1.1-emails")
    @Tag("T1.1-phoneNumbers")
    @Tag("T1.1-ims")
    @Tag("T1.1-photos")
    @Tag("T1.1-addresses")
    @Tag("T1.1-groups")
    @Tag("T1.1-entitlements")
    @Tag("T1.1-x509Certificates")
    @CsvSource(
            delimiter = '|',
            value = {
                "id | string caseExact required readOnly always server",
                "externalId | string caseExact",
                "meta | complex readOnly",
                "meta.resourceType | string caseExact readOnly",
                "meta.created | dateTime readOnly",
                "meta.lastModified | dateTime readOnly",
                "meta.location | reference caseExact readOnly [uri]",
                "meta.version | string caseExact readOnly",
                "userName | string required server",
                "name | complex",
                "name.formatted | string",
                "name.familyName | string",
                "name.givenName | string",
                "name.middleName | string",
                "name.honorificPrefix | string",
                "name.honorificSuffix | string",
                "displayName | string",
                "nickName | string",
                "title | string",
                "userType | string",
                "preferredLanguage | string",
                "locale | string",
                "timezone | string",
                "profileUrl | reference caseExact [external]",
                "active | boolean",
                "password | string writeOnly never",
                "emails | complex many",
                "emails.value | string",
                "emails.display | string",
                "emails.type | string (work home other)",
                "emails.primary | boolean",
                "phoneNumbers | complex many",
                "phoneNumbers.value | string",
                "phoneNumbers.type | string (work home mobile fax pager other)",
                "phoneNumbers.primary | boolean",
                "ims | complex many",
                "ims.value | string",
                "ims.type | string (aim gtalk icq xmpp msn skype qq yahoo)",
                "photos | complex many",
                "photos.value | reference caseExact [external]",
                "photos.type | string (photo thumbnail)",
                "addresses | complex many",
                "addresses.formatted | string",
                "addresses.streetAddress | string",
                "addresses.locality | string",
                "addresses.region | string",
                "addresses.postalCode | string",
                "addresses.country | string",
                "addresses.type | string (work home other)",
                "addresses.primary | boolean",
                "groups | complex many readOnly",
                "groups.value | string readOnly",
                "groups.$ref | reference caseExact readOnly [Group]",
                "groups.display | string readOnly",
                "groups.type | string readOnly (direct indirect)",
                "entitlements | complex many",
                "entitlements.value | string",
                "entitlements.type | string",
                "roles | complex many",
                "roles.value | string",
                "roles.display | string",
                "roles.type | string",
                "roles.primary | boolean",
                "x509Certificates | complex many",
                "x509Certificates.value | binary caseExact"
            })
    void ofUsers(String name, String characteristics) {
        assertThat(characteristics(CATALOG.user().attributes(), name)).isEqualTo(characteristics);
    }

    /** A member's value is an id, and ids are caseExact (§3.1). */
    @ParameterizedTest(name = "{0}")
    @Tag("T1.2-displayName")
    @Tag("T1.2-members")
    @CsvSource(
            delimiter = '|',
            value = {
                "displayName | string required server",
                "members | complex many",
                "members.value | string caseExact immutable",
                "members.$ref | reference caseExact immutable [User Group]",
                "members.type | string immutable (User Group)"
            })
    void ofGroups(String name, String characteristics) {
        assertThat(characteristics(CATALOG.group().attributes(), name)).isEqualTo(characteristics);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("T1.2-enterprise")
    @Tag("T1.2-manager")
    @CsvSource(
            delimiter = '|',
            value = {
                "employeeNumber | string",
                "costCenter | string",
                "organization | string",
                "division | string",
                "department | string",
                "manager | complex",
                "manager.value | string caseExact",
                "manager.$ref | reference caseExact [User]",
                "manager.displayName | string readOnly"
            })
    void ofTheEnterpriseExtension(String name, String characteristics) {
        var enterprise = CATALOG.user().extensions().getFirst().schema();

        assertThat(characteristics(enterprise.attributes(), name)).isEqualTo(characteristics);
    }

    @Test
    @Tag("C3.3-2")
    void extensionsHaveNamesOfTheirOwn() {
        for (ResourceType type : CATALOG.resourceTypes()) {
            for (Extension extension : type.extensions()) {
                assertThat(extension.schema().attributes())
                        .extracting(Attribute::name)
                        .noneMatch(name -> type.attributes().find(name) != null);
            }
        }
    }

    private static String characteristics(Attributes attributes, String name) {
        int dot = name.indexOf('.');
        var found =
                Objects.requireNonNull(
                        attributes.find(dot < 0 ? name : name.substring(0, dot)), name);
        return characteristics(
                dot < 0
                        ? found
                        : Objects.requireNonNull(
                                found.subAttributes().find(name.substring(dot + 1)), name));
    }

    private static String characteristics(Attribute attribute) {
        var text = new StringBuilder(attribute.type().keyword());
        text.append(attribute.multiValued() ? " many" : "");
        text.append(attribute.caseExact() ? " caseExact" : "");
        text.append(attribute.required() ? " required" : "");
        if (attribute.mutability() != Mutability.READ_WRITE) {
            text.append(' ').append(attribute.mutability().keyword());
        }
        if (attribute.returned() != Returned.DEFAULT) {
            text.append(' ').append(attribute.returned().keyword());
        }
        if (attribute.uniqueness() != Uniqueness.NONE) {
            text.append(' ').append(attribute.uniqueness().keyword());
        }
        if (!attribute.canonicalValues().isEmpty()) {
            text.append(" (").append(String.join(" ", attribute.canonicalValues())).append(')');
        }
        return text
                + attribute.referenceTypes().stream()
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.joining(" "), AttributeTableTest::bracketed));
    }

    private static String bracketed(String types) {
        return types.isEmpty() ? "" : " [" + types + "]";
    }
}
