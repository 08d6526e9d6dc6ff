package io.rollbook.provisioning.origin;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a command comes from. It travels as metadata of the command and is copied to each event
 * that the command causes; {@link #KEYS} names what is to be copied.
 *
 * @param tenantId whose data is changed
 * @param requestId the request, unique
 * @param operation the position within a bulk request, 0 otherwise
 * @param actorId the connection, the administrator, or the name of the reaction
 * @param tokenId the token that was used, if one was
 * @param causedBy the id of the event that this reacts to, if it is a reaction
 * @param traceparent of the W3C trace context, if there is one
 * @param ignored names of attributes that the request had and that were not taken over, each a
 *     plain word or URN
 */
public record Origin(
        String tenantId,
        String requestId,
        int operation,
        ActorKind actorKind,
        String actorId,
        @Nullable String tokenId,
        Instant receivedAt,
        @Nullable String causedBy,
        @Nullable String traceparent,
        List<String> ignored) {

    public static final String TENANT = "tenant";

    private static final String REQUEST_ID = "requestId";
    private static final String OPERATION = "operation";
    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";
    private static final String TOKEN_ID = "tokenId";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String CAUSED_BY = "causedBy";
    private static final String TRACEPARENT = "traceparent";
    private static final String IGNORED = "ignored";

    public static final List<String> KEYS =
            List.of(
                    TENANT,
                    REQUEST_ID,
                    OPERATION,
                    ACTOR_KIND,
                    ACTOR_ID,
                    TOKEN_ID,
                    RECEIVED_AT,
                    CAUSED_BY,
                    TRACEPARENT,
                    IGNORED);

    public Origin {
        ignored = List.copyOf(ignored);
    }

    /** Of a request of which everything was taken over. */
    public Origin(
            String tenantId,
            String requestId,
            int operation,
            ActorKind actorKind,
            String actorId,
            @Nullable String tokenId,
            Instant receivedAt,
            @Nullable String causedBy,
            @Nullable String traceparent) {
        this(
                tenantId,
                requestId,
                operation,
                actorKind,
                actorId,
                tokenId,
                receivedAt,
                causedBy,
                traceparent,
                List.of());
    }

    /** The same, of which some attributes were not taken over. */
    public Origin ignoring(List<String> names) {
        return new Origin(
                tenantId,
                requestId,
                operation,
                actorKind,
                actorId,
                tokenId,
                receivedAt,
                causedBy,
                traceparent,
                names);
    }

    /** As metadata: strings only, what is absent is left out. */
    public Map<String, String> toMetaData() {
        var metaData = new LinkedHashMap<String, String>();
        metaData.put(TENANT, tenantId);
        metaData.put(REQUEST_ID, requestId);
        metaData.put(OPERATION, Integer.toString(operation));
        metaData.put(ACTOR_KIND, actorKind.name());
        metaData.put(ACTOR_ID, actorId);
        putIfPresent(metaData, TOKEN_ID, tokenId);
        metaData.put(RECEIVED_AT, receivedAt.toString());
        putIfPresent(metaData, CAUSED_BY, causedBy);
        putIfPresent(metaData, TRACEPARENT, traceparent);
        putIfPresent(metaData, IGNORED, ignored.isEmpty() ? null : String.join(" ", ignored));
        return metaData;
    }

    /**
     * The inverse of {@link #toMetaData()}.
     *
     * @throws IllegalArgumentException when something that is always there is missing
     */
    public static Origin of(Map<String, ?> metaData) {
        return new Origin(
                required(metaData, TENANT),
                required(metaData, REQUEST_ID),
                Integer.parseInt(required(metaData, OPERATION)),
                ActorKind.valueOf(required(metaData, ACTOR_KIND)),
                required(metaData, ACTOR_ID),
                optional(metaData, TOKEN_ID),
                Instant.parse(required(metaData, RECEIVED_AT)),
                optional(metaData, CAUSED_BY),
                optional(metaData, TRACEPARENT),
                words(optional(metaData, IGNORED)));
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }

    private static void putIfPresent(
            Map<String, String> metaData, String key, @Nullable String value) {
        if (value != null) {
            metaData.put(key, value);
        }
    }

    private static String required(Map<String, ?> metaData, String key) {
        var value = optional(metaData, key);
        if (value == null) {
            throw new IllegalArgumentException("A message lacks the metadata " + key);
        }
        return value;
    }

    private static @Nullable String optional(Map<String, ?> metaData, String key) {
        Object value = metaData.get(key);
        return value == null ? null : value.toString();
    }
}
