package io.rollbook.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SchemaCatalogTest {
    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @Test
    void holdsEveryAttributeOfTheCoreUser() {
        assertThat(CATALOG.user().base().attributes().stream().map(Attribute::name))
                .containsExactly(
                        "userName",
                        "name",
                        "displayName",
                        "nickName",
                        "profileUrl",
                        "title",
                        "userType",
                        "preferredLanguage",
                        "locale",
                        "timezone",
                        "active",
                        "password",
                        "emails",
                        "phoneNumbers",
                        "ims",
                        "photos",
                        "addresses",
                        "groups",
                        "entitlements",
                        "roles",
                        "x509Certificates");
    }

    @Test
    void startsEveryResourceWithTheCommonAttributes() {
        assertThat(CATALOG.group().attributes().stream().map(Attribute::name))
                .containsExactly("schemas", "id", "externalId", "meta", "displayName", "members");
    }

    @Test
    void findsResourceTypesByTheirEndpoint() {
        assertThat(CATALOG.resourceType("/Users")).isSameAs(CATALOG.user());
        assertThat(CATALOG.resourceType("/Groups")).isSameAs(CATALOG.group());
        assertThat(CATALOG.resourceType("/users")).isNull();
    }

    @Test
    void keepsTheMembersOfAGroupApart() {
        Attribute members = CATALOG.group().attributes().find("MEMBERS");

        assertThat(members).isNotNull().matches(CATALOG.group()::isDetached);
    }

    @Test
    @Tag("C2.3.8-1")
    void definesNoComplexInsideAComplex() {
        for (Schema schema : CATALOG.schemas().subList(0, 3)) {
            for (Attribute attribute : schema.attributes()) {
                assertThat(attribute.subAttributes()).noneMatch(Attribute::isComplex);
                assertThat(attribute.isComplex())
                        .isEqualTo(!attribute.subAttributes().inOrder().isEmpty());
            }
        }
    }
}
