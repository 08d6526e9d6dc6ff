package io.rollbook.audit.graph.filter;

import io.rollbook.audit.read.Alternative;
import io.rollbook.audit.read.Clause;
import io.rollbook.audit.read.Key;
import io.rollbook.audit.read.Way;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a filter apart into alternatives that an index can serve each by itself: a page of each is
 * found without looking at entries of no other kind. What no index serves stays in one piece, so
 * that one walk through the log looks for all of it.
 */
final class Alternatives {

    private static final int MOST = 32;

    /** So many values become alternatives of their own, planned each by how common it is. */
    private static final int FEW = 8;

    /** So many kinds are walked through together; with more, all entries are. */
    private static final int MOST_TOGETHER = 64;

    /** Keys with few entries for each value. */
    private static final Set<Key> SELECTIVE = Set.of(Key.ID, Key.CYCLE, Key.SUBJECT);

    private static final Clause NEVER = new Clause("false", List.of(), Set.of());
    private static final Alternative NONE = new Alternative(Clause.ALWAYS, NEVER, new Way.Whole());

    private Alternatives() {}

    static List<Alternative> of(Term term) {
        return switch (term) {
            case Term.Constant.EVERYTHING -> List.of(Alternative.ALL);
            case Term.Constant.NOTHING -> List.of(NONE);
            default ->
                    Stream.of(FEW, 1)
                            .flatMap(few -> split(term, few).stream())
                            .filter(Alternatives::areServed)
                            .findFirst()
                            .map(kinds -> kinds.stream().map(Alternatives::alternative).toList())
                            .map(some -> some.isEmpty() ? List.of(NONE) : some)
                            .orElseGet(() -> List.of(on(new Way.Whole(), List.of(term))));
        };
    }

    private static boolean areServed(List<List<Term>> kinds) {
        return kinds.size() == 1
                || kinds.stream().allMatch(kind -> kind.stream().anyMatch(Alternatives::isIndexed));
    }

    private static boolean isIndexed(Term term) {
        return term instanceof Term.OneOf || term instanceof Term.Absent;
    }

    /** Lists of conditions that hold together; empty for too many. */
    private static Optional<List<List<Term>>> split(Term term, int few) {
        var kinds =
                switch (term) {
                    case Term.Either(var left, var right) ->
                            split(left, few)
                                    .flatMap(
                                            one ->
                                                    split(right, few)
                                                            .map(
                                                                    other ->
                                                                            Stream.concat(
                                                                                            one
                                                                                                    .stream(),
                                                                                            other
                                                                                                    .stream())
                                                                                    .toList()));
                    case Term.Both(var left, var right) ->
                            split(left, few)
                                    .flatMap(
                                            one ->
                                                    split(right, few)
                                                            .map(other -> pairs(one, other)));
                    case Term.OneOf(var key, var values)
                            when values.size() <= few && SELECTIVE.contains(key) ->
                            Optional.of(
                                    values.stream()
                                            .map(value -> List.of(Term.oneOf(key, List.of(value))))
                                            .toList());
                    case Term.OneOf _,
                            Term.Absent _,
                            Term.Moment _,
                            Term.Condition _,
                            Term.Constant _ ->
                            Optional.of(List.of(List.of(term)));
                };
        return kinds.filter(some -> some.size() <= MOST);
    }

    private static List<List<Term>> pairs(List<List<Term>> one, List<List<Term>> other) {
        return one.stream()
                .flatMap(left -> other.stream().map(right -> merged(left, right)))
                .filter(terms -> !terms.contains(Term.Constant.NOTHING))
                .toList();
    }

    /** All hold; what one says of a key and what another says of it is said at once. */
    private static List<Term> merged(List<Term> left, List<Term> right) {
        var all = new ArrayList<>(left);
        for (var term : right) {
            int same = sameKey(all, term);
            if (same < 0) {
                all.add(term);
            } else {
                all.set(same, Term.both(all.get(same), term));
            }
        }
        return all;
    }

    private static int sameKey(List<Term> terms, Term term) {
        if (term instanceof Term.OneOf(var key, _)) {
            for (int i = 0; i < terms.size(); i++) {
                if (terms.get(i) instanceof Term.OneOf(var other, _) && other == key) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Alternative alternative(List<Term> kind) {
        boolean selective =
                kind.stream()
                        .anyMatch(
                                term ->
                                        term instanceof Term.OneOf(var key, var values)
                                                && values.size() == 1
                                                && SELECTIVE.contains(key));
        var lists =
                kind.stream()
                        .filter(
                                term ->
                                        term instanceof Term.OneOf(_, var values)
                                                && values.size() > 1)
                        .map(Term.OneOf.class::cast)
                        .sorted(
                                Comparator.comparingInt(
                                                (Term.OneOf list) ->
                                                        SELECTIVE.contains(list.key()) ? 0 : 1)
                                        .thenComparingInt(list -> list.values().size()))
                        .toList();
        if (selective || lists.isEmpty()) {
            return on(without(kind).<Way>map(Way.Without::new).orElseGet(Way.Whole::new), kind);
        }
        var list = lists.getFirst();
        var further = kind.stream().filter(term -> !term.equals(list)).toList();
        boolean together =
                list.key() == Key.KIND
                        && further.stream().anyMatch(term -> !(term instanceof Term.Moment));
        if (!together) {
            return on(new Way.Each(list.key(), list.values()), further);
        }
        return list.values().size() > MOST_TOGETHER
                ? on(new Way.Whole(), kind)
                : on(new Way.Along(list.values()), further);
    }

    /** The key that none of them has, where there is no other. */
    private static Optional<Key> without(List<Term> kind) {
        return kind.stream().anyMatch(Term.OneOf.class::isInstance)
                ? Optional.empty()
                : kind.stream()
                        .filter(Term.Absent.class::isInstance)
                        .map(term -> ((Term.Absent) term).key())
                        .findFirst();
    }

    private static Alternative on(Way way, List<Term> kind) {
        return new Alternative(
                all(kind.stream().filter(Term.Moment.class::isInstance)),
                all(kind.stream().filter(term -> !(term instanceof Term.Moment))),
                way);
    }

    private static Clause all(Stream<Term> terms) {
        return terms.map(Alternatives::clause).reduce(Clause.ALWAYS, Clause::and);
    }

    private static Clause clause(Term term) {
        return switch (term) {
            case Term.Constant.EVERYTHING -> Clause.ALWAYS;
            case Term.Constant.NOTHING -> NEVER;
            case Term.Both(var left, var right) -> clause(left).and(clause(right));
            case Term.Either(var left, var right) -> clause(left).or(clause(right));
            case Term.Absent(var key) -> Clause.of(key.column(), key.column() + " is null");
            case Term.Moment(var clause) -> clause;
            case Term.Condition(var clause) -> clause;
            case Term.OneOf(var key, var values) -> Clause.has(key, values);
        };
    }
}
