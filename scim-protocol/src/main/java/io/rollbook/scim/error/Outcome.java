package io.rollbook.scim.error;

import java.util.function.Function;

/** What came of something that can be refused. */
public sealed interface Outcome<T> {

    record Accepted<T>(T value) implements Outcome<T> {}

    record Refused<T>(ScimError error) implements Outcome<T> {}

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(ScimError error) {
        return new Refused<>(error);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
        return switch (this) {
            case Accepted<T>(var value) -> accepted(f.apply(value));
            case Refused<T>(var error) -> refused(error);
        };
    }

    default <R> Outcome<R> flatMap(Function<? super T, Outcome<R>> f) {
        return switch (this) {
            case Accepted<T>(var value) -> f.apply(value);
            case Refused<T>(var error) -> refused(error);
        };
    }
}
