package io.rollbook.audit.read;

/**
 * What many entries have in common. A tenant has some hundred kinds, however many entries: what a
 * filter says of any of this is decided for each kind, and the entries are found by theirs.
 *
 * @param targetType empty for none
 * @param errorCode empty for none
 * @param actorName one of the names that the actor had; empty for none
 * @param hasTarget whether the entries have the id of a target
 */
public record EntryKind(
        String id,
        String status,
        String action,
        String targetType,
        String errorCode,
        String actorKind,
        String actorId,
        String actorName,
        boolean hasTarget,
        boolean hasSource,
        boolean hasName) {}
