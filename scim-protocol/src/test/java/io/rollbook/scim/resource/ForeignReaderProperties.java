package io.rollbook.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.JsonUtils;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;

/** Another SCIM library reads what we write, writes it again, and we read the same from that. */
class ForeignReaderProperties {
    private static final JsonMapper FOREIGN = JsonUtils.createObjectMapper();
    private static final Meta META =
            new Meta(
                    Instant.parse("2026-03-02T09:15:00Z"),
                    Instant.parse("2026-03-03T00:00:00Z"),
                    3);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aUserSurvivesAForeignReaderAndWriter(@ForAll("users") Complex user) {
        Complex attributes = user.without("schemas");
        byte[] ours =
                CanonicalJson.render(
                        CanonicalJson.of(SchemaCatalog.standard().user(), "42", attributes, META),
                        "https://h/scim/v2");

        UserResource foreign = FOREIGN.readValue(ours, UserResource.class);
        byte[] theirs = FOREIGN.writeValueAsBytes(foreign);

        assertThat(foreign.getId()).isEqualTo("42");
        assertThat(foreign.getMeta().getLocation()).hasToString("https://h/scim/v2/Users/42");
        assertThat(foreign.getMeta().getCreated().toInstant()).isEqualTo(META.created());
        assertThat(foreign.getMeta().getVersion()).isEqualTo("W/\"3\"");
        assertThat(
                        ResourceReader.read(theirs, SchemaCatalog.standard().user(), Profile.RFC)
                                .map(Submission::attributes))
                .isEqualTo(Outcome.accepted(attributes));
    }

    @Provide
    Arbitrary<Complex> users() {
        return SchemaArbitraries.users();
    }
}
