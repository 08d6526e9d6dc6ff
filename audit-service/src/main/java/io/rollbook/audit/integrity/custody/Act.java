package io.rollbook.audit.integrity.custody;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Something that was done with a log.
 *
 * @param kind such as {@code read} or {@code purge}
 * @param actorKind {@code connection} for who came with a token, otherwise {@code system}
 * @param details what else there is to say
 */
public record Act(
        Kind kind,
        String actorKind,
        String actorId,
        @Nullable String tokenId,
        @Nullable String requestId,
        Map<String, ?> details) {

    /** What was done. */
    public enum Kind {
        READ,
        EXPORT,
        VERIFY,
        PURGE,
        HOLD,
        DIFFERENCE
    }

    public Act {
        details = Map.copyOf(details);
    }

    /** By the service itself. */
    public static Act bySystem(Kind kind, String job, Map<String, ?> details) {
        return new Act(kind, "system", job, null, null, details);
    }

    Map<String, Object> actor() {
        var actor = new HashMap<String, Object>();
        actor.put("kind", actorKind);
        actor.put("id", actorId);
        if (tokenId != null) {
            actor.put("tokenId", tokenId);
        }
        return actor;
    }
}
