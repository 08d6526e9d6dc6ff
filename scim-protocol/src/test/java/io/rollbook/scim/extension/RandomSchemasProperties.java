package io.rollbook.scim.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.canonical.CanonicalAttributes;
import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.resource.ResourceReader;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.testing.Resources;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Random schemas, valid and not: what is admitted comes back unchanged, with all of its values. */
class RandomSchemasProperties {
    private static final Meta META = new Meta(Instant.EPOCH, Instant.EPOCH, 1);

    @Property(tries = 300)
    void whatIsAdmittedIsShownAndTakenBack(@ForAll("documents") Complex document) {
        switch (ExtensionReader.read("User", false, document)) {
            case Outcome.Accepted<TenantExtension>(var extension) -> {
                var shown = extension.document();
                assertThat(Contoso.accepted(ExtensionReader.read("User", false, shown)).document())
                        .isEqualTo(shown);
                assertThat(TenantExtension.of(reread(extension.toValue())).toValue())
                        .isEqualTo(extension.toValue());
            }
            case Outcome.Refused<TenantExtension>(var error) ->
                    assertThat(error.detail()).contains(": ");
        }
    }

    @Property(tries = 200)
    void everyValueOfAnAdmittedSchemaSurvivesStoreAndEvents(
            @ForAll("documents") Complex document, @ForAll long seed) {
        if (!(ExtensionReader.read("User", false, document)
                instanceof Outcome.Accepted<TenantExtension>(var extension))) {
            return;
        }
        ResourceType type = TenantExtensions.of(List.of(extension)).catalog().user();
        Complex sent = Resources.of(type).generator(10).next(new java.util.Random(seed)).value();
        byte[] body = Json.write(sent);
        if (!(ResourceReader.read(body, type, Profile.ENTRA)
                instanceof Outcome.Accepted<?>(var submission))) {
            return;
        }
        var attributes = ((io.rollbook.scim.resource.Submission) submission).attributes();

        byte[] canonical = CanonicalJson.of(type, "42", attributes, META);
        assertThat(CanonicalAttributes.read(type, canonical)).isEqualTo(attributes);
        assertThat(Changes.apply(Complex.EMPTY, Changes.between(Complex.EMPTY, attributes)))
                .isEqualTo(attributes);
    }

    @Provide
    Arbitrary<Complex> documents() {
        return attribute(true)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(
                        attributes ->
                                Complex.builder()
                                        .put("id", new Text(Contoso.URN))
                                        .put("name", new Text("Random"))
                                        .put("attributes", new Many(List.copyOf(attributes)))
                                        .build());
    }

    private static Arbitrary<Complex> attribute(boolean top) {
        Arbitrary<String> names =
                Arbitraries.of("a", "b", "c", "value", "primary", "type", "x-1_$");
        Arbitrary<AttributeType> types = Arbitraries.of(AttributeType.class);
        Arbitrary<Long> bits = Arbitraries.longs();
        Arbitrary<List<Complex>> subs =
                top
                        ? attribute(false).list().ofMinSize(1).ofMaxSize(3)
                        : Arbitraries.just(List.of());
        return net.jqwik.api.Combinators.combine(names, types, bits, subs)
                .as(RandomSchemasProperties::definition);
    }

    private static Complex definition(
            String name, AttributeType type, long bits, List<Complex> subs) {
        ComplexBuilder definition =
                Complex.builder().put("name", new Text(name)).put("type", new Text(type.keyword()));
        if ((bits & 1) != 0) {
            definition.put("multiValued", Bool.TRUE);
        }
        if ((bits & 6) == 6) {
            definition.put("required", Bool.TRUE);
        }
        if ((bits & 8) != 0) {
            definition.put("caseExact", Bool.TRUE);
        }
        if ((bits & 48) == 48) {
            definition.put("mutability", pick(bits, "immutable", "readOnly", "writeOnly"));
        }
        if ((bits & 192) == 192) {
            definition.put("returned", pick(bits, "always", "request", "never"));
        }
        if (type == AttributeType.REFERENCE) {
            definition.put("referenceTypes", Many.of(pick(bits, "external", "uri", "User")));
        }
        if (!subs.isEmpty() && type == AttributeType.COMPLEX) {
            List<Value> all = new ArrayList<>(subs);
            definition.put("subAttributes", new Many(all));
        }
        return definition.build();
    }

    private static Text pick(long bits, String... of) {
        return new Text(of[(int) Long.remainderUnsigned(bits >>> 8, of.length)]);
    }

    private static Complex reread(Complex value) {
        return Json.readObject(Json.write(value));
    }
}
