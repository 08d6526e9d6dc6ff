package io.rollbook.scim.patch;

import static io.rollbook.scim.patch.Patching.USER;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.testing.Resources;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatchProperties {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyPatchGivesASoundStateOrARefusal(
            @ForAll("users") Complex before,
            @ForAll("operations") String operations,
            @ForAll Profile profile) {
        switch (new Patching(USER, profile).outcome(before, operations)) {
            case Outcome.Accepted<Patched>(Patched(Complex after, var detached)) -> {
                assertThat(Changes.apply(before, Changes.between(before, after))).isEqualTo(after);
                assertThat(detached).isEmpty();
                after.forEach(PatchProperties::checkSound);
            }
            case Outcome.Refused<Patched>(ScimError error) -> {
                assertThat(error.status()).isEqualTo(400);
                assertThat(error.scimType()).isNotNull();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anOperationThatIsRepeatedChangesNothingMore(
            @ForAll("users") Complex before,
            @ForAll("repeatable") String operation,
            @ForAll Profile profile) {
        Patching patching = new Patching(USER, profile);
        if (patching.outcome(before, operation)
                instanceof Outcome.Accepted<Patched>(Patched(Complex once, var detached))) {
            assertThat(patching.outcome(once, operation))
                    .isEqualTo(Outcome.accepted(new Patched(once, detached)));
        }
    }

    @Property
    void anyBodyIsReadOrRefused(@ForAll String text, @ForAll Profile profile) {
        assertThat(PatchReader.read(text.getBytes(UTF_8), USER, profile)).isNotNull();
        assertThat(PatchReader.read(Patching.body(text), USER, profile)).isNotNull();
    }

    @Provide
    Arbitrary<Complex> users() {
        return Resources.of(USER).map(PatchProperties::withoutPrimaries);
    }

    @Provide
    Arbitrary<String> operations() {
        return Operations.any().list().ofMinSize(1).ofMaxSize(4).map(all -> String.join(",", all));
    }

    @Provide
    Arbitrary<String> repeatable() {
        return Operations.repeatable();
    }

    private static void checkSound(String name, Value value) {
        switch (value) {
            case Many(var elements) -> {
                assertThat(elements).isNotEmpty().doesNotHaveDuplicates();
                assertThat(elements).filteredOn(PatchProperties::isPrimary).hasSizeLessThan(2);
                elements.forEach(element -> checkSound(name, element));
            }
            case Complex complex -> {
                assertThat(complex.isEmpty()).isFalse();
                complex.forEach(PatchProperties::checkSound);
            }
            default -> {}
        }
    }

    private static boolean isPrimary(Value element) {
        return element instanceof Complex complex && Bool.TRUE.equals(complex.get("primary"));
    }

    /** Arbitrary elements know nothing of each other: several of them could be primary. */
    private static Complex withoutPrimaries(Complex user) {
        ComplexBuilder builder = Complex.builder();
        user.forEach((name, value) -> builder.put(name, withoutPrimaries(value)));
        return builder.build();
    }

    private static Value withoutPrimaries(Value value) {
        return value instanceof Many(var elements)
                ? new Many(
                        elements.stream().map(element -> notPrimary(element)).distinct().toList())
                : value;
    }

    private static Value notPrimary(Value element) {
        return isPrimary(element) ? ((Complex) element).with("primary", Bool.FALSE) : element;
    }
}
