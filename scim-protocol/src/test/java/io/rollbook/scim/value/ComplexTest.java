package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ComplexTest {

    private static final Complex NAME =
            Complex.of("givenName", new Text("Mia"), "familyName", new Text("Okoro"));

    @Test
    void keepsTheOrderOfItsMembers() {
        assertThat(NAME.members().keySet()).containsExactly("givenName", "familyName");
    }

    @Test
    void replacesAMemberInItsPlace() {
        Complex renamed = NAME.with("givenName", new Text("Mi"));

        assertThat(renamed.members())
                .containsExactly(
                        Map.entry("givenName", new Text("Mi")),
                        Map.entry("familyName", new Text("Okoro")));
        assertThat(NAME.get("givenName")).isEqualTo(new Text("Mia"));
    }

    @Test
    void equalsWhateverTheOrder() {
        Complex turned = Complex.of("familyName", new Text("Okoro"), "givenName", new Text("Mia"));

        assertThat(turned).isEqualTo(NAME).hasSameHashCodeAs(NAME);
        assertThat(NAME.without("givenName")).isNotEqualTo(NAME);
        assertThat(NAME.without("absent")).isSameAs(NAME);
    }

    @Test
    void findsMembersAmongVeryMany() {
        ComplexBuilder builder = Complex.builder();
        for (int i = 0; i < 5_000; i++) {
            builder.put("name" + i, new Whole(i));
        }
        Complex large = builder.put("name17", new Whole(-1)).build();

        assertThat(large.size()).isEqualTo(5_000);
        assertThat(large.get("name4999")).isEqualTo(new Whole(4_999));
        assertThat(large.get("name17")).isEqualTo(new Whole(-1));
        assertThat(large.with("x", Bool.TRUE).get("x")).isEqualTo(Bool.TRUE);
        assertThat(large.get("x")).isNull();
    }

    @Test
    void doesNotShowValuesInItsText() {
        assertThat(NAME.toString()).doesNotContain("Mia");
        assertThat(Many.of(NAME).elements()).isEqualTo(List.of(NAME));
    }
}
