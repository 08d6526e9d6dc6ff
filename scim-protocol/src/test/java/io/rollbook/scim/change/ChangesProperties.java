package io.rollbook.scim.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.testing.Resources;
import io.rollbook.scim.value.Complex;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class ChangesProperties {
    private static final ResourceType USER = SchemaCatalog.standard().user();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void appliedTheyLeadFromOneStateToTheOtherAndBack(
            @ForAll("users") Complex before, @ForAll("users") Complex after) {
        List<Change> changes = Changes.between(before, after);
        List<Change> inverse =
                changes.stream()
                        .map(change -> new Change(change.path(), change.after(), change.before()))
                        .toList();

        assertThat(Changes.apply(before, changes)).isEqualTo(after);
        assertThat(Changes.apply(after, inverse)).isEqualTo(before);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalStatesHaveNone(@ForAll("users") Complex user) {
        assertThat(Changes.between(user, user.toBuilder().build())).isEmpty();
    }

    @Provide
    Arbitrary<Complex> users() {
        return Resources.of(USER);
    }
}
