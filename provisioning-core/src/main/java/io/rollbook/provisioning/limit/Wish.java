package io.rollbook.provisioning.limit;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What is to become of one setting. */
public sealed interface Wish<T> {

    /** It stays. */
    record Keep<T>() implements Wish<T> {}

    /** It is this from now on, or the default again. */
    record Become<T>(Optional<T> value) implements Wish<T> {}

    default @Nullable T after(@Nullable T before) {
        return switch (this) {
            case Keep<T>() -> before;
            case Become<T>(var value) -> value.orElse(null);
        };
    }
}
