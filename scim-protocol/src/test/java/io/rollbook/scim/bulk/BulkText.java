package io.rollbook.scim.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.bulk.message.BulkLimits;
import io.rollbook.scim.bulk.message.BulkReader;
import io.rollbook.scim.bulk.message.BulkRequest;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

/** Bulk requests as text. */
public final class BulkText {

    private BulkText() {}

    public static String of(String... operations) {
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}\
        """
                .formatted(String.join(",", operations));
    }

    public static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}"
                .formatted(path, bulkId, data);
    }

    /** A group whose members are creations of the same request. */
    public static String group(String bulkId, String... members) {
        var elements = new StringBuilder();
        for (String member : members) {
            elements.append(elements.isEmpty() ? "" : ",")
                    .append("{\"value\":\"bulkId:")
                    .append(member)
                    .append("\"}");
        }
        return post(
                "/Groups",
                bulkId,
                "{\"displayName\":\"%s\",\"members\":[%s]}".formatted(bulkId, elements));
    }

    /** A user whose manager is a creation of the same request. */
    public static String user(String bulkId, String manager) {
        return post(
                "/Users",
                bulkId,
                "{\"userName\":\"%s\",\"manager\":{\"value\":\"bulkId:%s\"}}"
                        .formatted(bulkId, manager));
    }

    public static String user(String bulkId) {
        return post("/Users", bulkId, "{\"userName\":\"%s\"}".formatted(bulkId));
    }

    public static Outcome<BulkRequest> read(String body) {
        return BulkReader.read(body.getBytes(UTF_8), BulkLimits.STANDARD);
    }

    public static BulkRequest accepted(String body) {
        return switch (read(body)) {
            case Outcome.Accepted<BulkRequest>(var request) -> request;
            case Outcome.Refused<BulkRequest>(var error) ->
                    throw new AssertionError(error.detail());
        };
    }

    public static ScimError refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<?> _ -> throw new AssertionError("not refused");
            case Outcome.Refused<?>(var error) -> error;
        };
    }
}
