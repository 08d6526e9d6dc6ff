package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.standalone.Refusal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class StackTest {

    private final List<String> closed = new ArrayList<>();
    private final Stack stack = new Stack();

    @Test
    void closesInReverseOrder() {
        stack.start(() -> part("first"));
        stack.start(() -> part("second"));
        stack.close();
        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheRestWhenOnePartFails() {
        stack.start(() -> part("first"));
        stack.start(
                () ->
                        () -> {
                            throw new IllegalStateException("cannot");
                        });
        stack.close();
        assertThat(closed).containsExactly("first");
    }

    @Test
    void closesOnce() {
        stack.start(() -> part("only"));
        stack.close();
        stack.close();
        assertThat(closed).containsExactly("only");
    }

    @Test
    void startsNothingAfterItWasClosed() {
        stack.close();
        assertThatThrownBy(() -> stack.start(() -> part("late"))).isInstanceOf(Refusal.class);
        assertThat(closed).isEmpty();
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
