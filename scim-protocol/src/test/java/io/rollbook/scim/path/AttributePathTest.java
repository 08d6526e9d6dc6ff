package io.rollbook.scim.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathTest {
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final SchemaCatalog CATALOG = SchemaCatalog.standard();

    @ParameterizedTest
    @CsvSource({
        "userName, userName",
        "USERNAME, userName",
        "name.givenName, name.givenName",
        "Name.GivenName, name.givenName",
        "emails.Value, emails.value",
        "id, id",
        "externalid, externalId",
        "meta.lastModified, meta.lastModified",
        "groups.$ref, groups.$ref",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName, userName",
        "urn:ietf:params:scim:schemas:core:2.0:User:name.familyName, name.familyName",
        "manager, " + ENTERPRISE + ":manager",
        "manager.value, " + ENTERPRISE + ":manager.value",
        "URN:ietf:params:scim:schemas:extension:enterprise:2.0:user:Department, "
                + ENTERPRISE
                + ":department",
        ENTERPRISE + ":manager.displayName, " + ENTERPRISE + ":manager.displayName"
    })
    void bindsANameToTheSchema(String written, String canonical) {
        assertThat(AttributePath.resolve(written, CATALOG.user()))
                .map(AttributePath::toString)
                .contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":",
                "name.",
                "nope",
                "name.nope",
                "userName.value",
                "urn:x:userName",
                ENTERPRISE,
                ENTERPRISE + ":",
                ENTERPRISE + ":userName",
                "name.givenName.x",
                "members"
            })
    void knowsNoOtherNames(String written) {
        assertThat(AttributePath.resolve(written, CATALOG.user())).isEmpty();
    }

    @Test
    void findsTheValueInItsContainer() {
        AttributePath path = AttributePath.resolve("department", CATALOG.user()).orElseThrow();
        Complex user = Complex.of(ENTERPRISE, Complex.of("department", new Text("Risk")));

        assertThat(path.attributeIn(user)).isEqualTo(new Text("Risk"));
        assertThat(path.attributeIn(Complex.EMPTY)).isNull();
    }
}
