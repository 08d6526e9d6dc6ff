package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComplexStackTest {
    private final ComplexStack stack = new ComplexStack();

    @Test
    void buildsValuesThatLieInEachOther() {
        int outer = stack.begin();
        assertThat(stack.putIfAbsent(outer, "a", new Whole(1))).isTrue();
        int inner = stack.begin();
        assertThat(stack.putIfAbsent(inner, "a", new Whole(2))).isTrue();
        assertThat(stack.putIfAbsent(inner, "a", new Whole(3))).isFalse();
        Complex within = stack.end(inner);
        assertThat(stack.putIfAbsent(outer, "a", within)).isFalse();
        assertThat(stack.putIfAbsent(outer, "b", within)).isTrue();

        assertThat(stack.end(outer))
                .isEqualTo(Complex.of("a", new Whole(1), "b", Complex.of("a", new Whole(2))));
        assertThat(stack.end(stack.begin())).isSameAs(Complex.EMPTY);
    }

    @Test
    void growsAndLetsGoOfWhatItBuilt() {
        Complex first = many(100);
        Complex second = many(60);

        assertThat(first.size()).isEqualTo(100);
        assertThat(first.get("name99")).isEqualTo(new Whole(99));
        assertThat(second.size()).isEqualTo(60);
        assertThat(second.get("name99")).isNull();
    }

    private Complex many(int members) {
        int begin = stack.begin();
        for (int i = 0; i < members; i++) {
            stack.putIfAbsent(begin, "name" + i, new Whole(i));
        }
        return stack.end(begin);
    }
}
