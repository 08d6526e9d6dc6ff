package io.rollbook.audit.read;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.Status;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        if (from != null) {
            conditions.add("recorded_at >= ?");
            arguments.add(from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            conditions.add("recorded_at < ?");
            arguments.add(to.atOffset(ZoneOffset.UTC));
        }
        var kinds = kinds(vocabulary);
        if (targetId == null) {
            var times = String.join(" and ", conditions);
            return List.of(
                    kinds.isEmpty()
                            ? new Alternative(times, arguments)
                            : new Alternative(times, arguments, Key.KIND, kinds.get()));
        }
        kinds.ifPresent(
                some -> {
                    conditions.add("kind = any (" + Key.KIND.arguments() + ")");
                    arguments.add(some.toArray(String[]::new));
                });
        var subjects =
                vocabulary.subjects(
                        SubjectPart.TARGET, new TextMatch.Equals(targetId), Vocabulary.MOST_ALIKE);
        if (subjects.isEmpty()) {
            conditions.add("target_id = ?");
            arguments.add(targetId);
        }
        return List.of(
                new Alternative(
                        String.join(" and ", conditions),
                        arguments,
                        subjects.isEmpty() ? null : Key.SUBJECT,
                        subjects.orElse(List.of())));
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
