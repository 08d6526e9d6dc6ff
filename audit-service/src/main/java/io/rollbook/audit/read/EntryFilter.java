package io.rollbook.audit.read;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param from the earliest time of recording, inclusive
 * @param to the latest, exclusive
 */
public record EntryFilter(
        @Nullable Status status,
        @Nullable Action action,
        @Nullable String targetType,
        @Nullable String targetId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Together they have exactly these entries. */
    List<Alternative> alternatives(Vocabulary vocabulary) {
        var times = times();
        var kinds = kinds(vocabulary);
        if (targetId == null) {
            return List.of(
                    new Alternative(
                            times,
                            Clause.ALWAYS,
                            kinds.<Way>map(some -> new Way.Each(Key.KIND, some))
                                    .orElseGet(Way.Whole::new)));
        }
        var condition = kinds.map(some -> Clause.has(Key.KIND, some)).orElse(Clause.ALWAYS);
        return List.of(
                vocabulary
                        .subjects(
                                SubjectPart.TARGET,
                                new TextMatch.Equals(targetId),
                                Vocabulary.MOST_ALIKE)
                        .map(
                                subjects ->
                                        new Alternative(
                                                times,
                                                condition,
                                                new Way.Each(Key.SUBJECT, subjects)))
                        .orElseGet(
                                () ->
                                        new Alternative(
                                                times,
                                                condition.and(
                                                        Clause.of(
                                                                "target_id",
                                                                "target_id = ?",
                                                                targetId)),
                                                new Way.Whole())));
    }

    private Clause times() {
        var earliest =
                from == null
                        ? Clause.ALWAYS
                        : Clause.of(
                                "recorded_at", "recorded_at >= ?", from.atOffset(ZoneOffset.UTC));
        return to == null
                ? earliest
                : earliest.and(
                        Clause.of("recorded_at", "recorded_at < ?", to.atOffset(ZoneOffset.UTC)));
    }

    /** Empty for all of them. */
    private Optional<List<String>> kinds(Vocabulary vocabulary) {
        if (status == null && action == null && targetType == null) {
            return Optional.empty();
        }
        return Optional.of(
                vocabulary.kinds().stream()
                        .filter(kind -> status == null || kind.status().equals(status.label()))
                        .filter(kind -> action == null || kind.action().equals(action.label()))
                        .filter(kind -> targetType == null || kind.targetType().equals(targetType))
                        .map(EntryKind::id)
                        .toList());
    }
}
