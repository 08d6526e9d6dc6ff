package io.rollbook.scim.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.messages.ErrorResponse;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import com.unboundid.scim2.common.utils.SchemaUtils;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.schema.SchemaCatalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.util.Collection;
import java.util.TreeSet;

/** Another SCIM library understands what the service says about itself. */
class ForeignReaderTest {
    private static final JsonMapper FOREIGN = JsonUtils.createObjectMapper();
    private static final Discovery DISCOVERY =
            new Discovery(
                    SchemaCatalog.standard(),
                    new Capabilities(
                            null,
                            new Capabilities.Bulk(true, 1000, 1_048_576),
                            1000,
                            false,
                            true,
                            new Capabilities.Pages(100, 600)));

    @Test
    void readsTheConfiguration() {
        var config = read("/ServiceProviderConfig", ServiceProviderConfigResource.class);

        assertThat(config.getPatch().isSupported()).isTrue();
        assertThat(config.getBulk().getMaxOperations()).isEqualTo(1000);
        assertThat(config.getPagination().supportsCursorPagination()).isTrue();
        assertThat(config.getPagination().getCursorTimeout()).isEqualTo(600);
        assertThat(config.getAuthenticationSchemes())
                .singleElement()
                .satisfies(scheme -> assertThat(scheme.getType()).isEqualTo("oauthbearertoken"));
    }

    @Test
    void readsTheResourceTypes() {
        var user = read("/ResourceTypes/User", ResourceTypeResource.class);

        assertThat(user.getEndpoint()).hasToString("/Users");
        assertThat(user.getSchemaExtensions())
                .singleElement()
                .satisfies(extension -> assertThat(extension.isRequired()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(classes = {UserResource.class, GroupResource.class, EnterpriseUserExtension.class})
    void findsEveryAttributeThatItKnowsItself(Class<?> type) throws Exception {
        SchemaResource theirs = SchemaUtils.getSchema(type);
        SchemaResource ours = read("/Schemas/" + theirs.getId(), SchemaResource.class);

        Collection<String> expected = described(theirs.getAttributes());
        // We show the member's name of today, so that no client can set it.
        if (expected.remove("members.display STRING IMMUTABLE")) {
            expected.add("members.display STRING READ_ONLY");
        }
        assertThat(described(ours.getAttributes())).containsAll(expected);
    }

    @Test
    void readsErrors() {
        ErrorResponse error =
                FOREIGN.readValue(
                        ScimErrors.body(ScimError.badRequest(ScimType.INVALID_FILTER, "why")),
                        ErrorResponse.class);

        assertThat(error.getStatus()).isEqualTo(400);
        assertThat(error.getScimType()).isEqualTo("invalidFilter");
        assertThat(error.getDetail()).isEqualTo("why");
    }

    private static <T> T read(String path, Class<T> type) {
        byte[] body =
                DISCOVERY
                        .answer(path, QueryParameters.parse(""), "https://h/scim/v2")
                        .orElseThrow()
                        .body();
        return FOREIGN.readValue(body, type);
    }

    private static Collection<String> described(Collection<AttributeDefinition> attributes) {
        Collection<String> described = new TreeSet<>();
        for (AttributeDefinition attribute : attributes) {
            described.add(describe("", attribute));
            if (attribute.getSubAttributes() != null) {
                attribute
                        .getSubAttributes()
                        .forEach(sub -> described.add(describe(attribute.getName() + ".", sub)));
            }
        }
        return described;
    }

    private static String describe(String parent, AttributeDefinition attribute) {
        return "%s%s %s %s%s"
                .formatted(
                        parent,
                        attribute.getName(),
                        attribute.getType(),
                        attribute.isMultiValued() ? "many " : "",
                        attribute.getMutability());
    }
}
