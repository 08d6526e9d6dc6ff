package io.rollbook.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Instant;
import java.util.Locale;

@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class ResourceReaderProperties {
    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();
    private static final Meta META = new Meta(Instant.EPOCH, Instant.EPOCH, 1);

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] body, @ForAll Profile profile) {
        assertAnswered(body, profile);
    }

    @Property
    void anyJsonUnderKnownNamesIsReadOrRefused(
            @ForAll("anything") Complex body, @ForAll Profile profile) {
        assertAnswered(Json.write(body), profile);
    }

    @Property
    void aBrokenBodyIsReadOrRefused(
            @ForAll("users") Complex user,
            @ForAll Profile profile,
            @ForAll @IntRange(min = 0, max = 10_000) int place,
            @ForAll byte replacement) {
        byte[] body = Json.write(user);
        body[place % body.length] = replacement;

        assertAnswered(body, profile);
    }

    @Property
    void aUserIsReadAsItWasSent(@ForAll("users") Complex user, @ForAll Profile profile) {
        assertThat(read(Json.write(user), profile)).isEqualTo(user.without("schemas"));
    }

    @Property
    void namesCountInAnyCase(@ForAll("users") Complex user, @ForAll Profile profile) {
        Complex shouted = (Complex) inUpperCase(user);

        assertThat(read(Json.write(shouted), profile)).isEqualTo(user.without("schemas"));
    }

    /** What a client got by GET it can PUT back, and nothing has changed. */
    @Property
    void whatIsWrittenIsReadAsTheSame(@ForAll("users") Complex user, @ForAll Profile profile) {
        Complex attributes = user.without("schemas");
        byte[] json =
                CanonicalJson.render(
                        CanonicalJson.of(USER, "42", attributes, META), "https://h/scim/v2");

        assertThat(read(json, profile)).isEqualTo(attributes);
    }

    @Provide
    Arbitrary<Complex> users() {
        return SchemaArbitraries.users();
    }

    @Provide
    Arbitrary<Complex> anything() {
        return SchemaArbitraries.anythingUnderKnownNames();
    }

    private static void assertAnswered(byte[] body, Profile profile) {
        for (ResourceType type : new ResourceType[] {USER, GROUP}) {
            Outcome<Submission> outcome = ResourceReader.read(body, type, profile);
            if (outcome instanceof Outcome.Refused<Submission>(var error)) {
                assertThat(error.status()).isEqualTo(400);
                assertThat(error.scimType()).isNotNull();
            }
        }
    }

    private static Complex read(byte[] body, Profile profile) {
        Outcome<Submission> outcome = ResourceReader.read(body, USER, profile);
        assertThat(outcome)
                .withFailMessage(() -> outcome + " for " + new String(body, UTF_8))
                .isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Submission>) outcome).value().attributes();
    }

    private static Value inUpperCase(Value value) {
        return switch (value) {
            case Complex complex -> {
                var shouted = Complex.builder();
                complex.forEach(
                        (name, member) ->
                                shouted.put(name.toUpperCase(Locale.ROOT), inUpperCase(member)));
                yield shouted.build();
            }
            case Many(var elements) ->
                    new Many(elements.stream().map(ResourceReaderProperties::inUpperCase).toList());
            default -> value;
        };
    }
}
