package io.rollbook.audit.graph.summary;

import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Ignored;
import io.rollbook.audit.read.EntryRow;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The small nested types of an entry, member by member. */
public final class Identities {

    private static final int FAULTS = 500;

    private Identities() {}

    /** The connection's id; empty when no connection acted. */
    public static String connection(EntryRow head) {
        return head.actor().kind().equals("connection") ? head.actor().id() : "";
    }

    private static String connectionName(EntryRow head) {
        var name = head.actor().name();
        return head.actor().kind().equals("connection") && name != null ? name : "";
    }

    public static Map<String, String> initiator(EntryRow head) {
        var actor = head.actor();
        var initiator = new LinkedHashMap<String, String>();
        initiator.put("id", actor.id());
        initiator.put("displayName", actor.name() == null ? "" : actor.name());
        initiator.put(
                "initiatorType",
                switch (actor.kind()) {
                    case "connection" -> "application";
                    case "administrator" -> "user";
                    default -> "system";
                });
        return initiator;
    }

    /** Under both names that Microsoft's documents give to the name. */
    public static Map<String, String> servicePrincipal(EntryRow head) {
        var principal = new LinkedHashMap<String, String>();
        principal.put("id", connection(head));
        principal.put("displayName", connectionName(head));
        principal.put("name", connectionName(head));
        return principal;
    }

    public static Map<String, String> sourceSystem(EntryRow head) {
        return Map.of("id", connection(head), "displayName", connectionName(head));
    }

    public static Map<String, String> targetDetails(EntryRow head) {
        if (connection(head).isEmpty()) {
            return Map.of();
        }
        var details = new LinkedHashMap<String, String>();
        details.put("ApplicationId", connection(head));
        details.put("ServicePrincipalId", connection(head));
        details.put("ServicePrincipalDisplayName", connectionName(head));
        return details;
    }

    /** Details of the identity at the source. */
    public static Map<String, String> sourceDetails(EntryRow head) {
        var userName = head.target().userName();
        return userName == null ? Map.of() : Map.of("UserPrincipalName", userName);
    }

    /** Details of the identity here: whether it was disabled before. */
    public static Map<String, String> restored(EntryRow head) {
        return head.restored() ? Map.of("restore", "True") : Map.of();
    }

    /** Of an entry that is neither a success nor skipped; empty for the others. */
    public static Optional<Map<String, @Nullable String>> error(EntryRow head) {
        if (head.refusal() != null) {
            return Optional.of(error(head.refusal()));
        }
        return Optional.ofNullable(head.ignored()).map(Identities::warning);
    }

    /** The write itself succeeded, and who counts failures by category must not count it. */
    private static Map<String, @Nullable String> warning(Ignored ignored) {
        var error = new LinkedHashMap<String, @Nullable String>();
        error.put("errorCode", Ignored.CODE.label());
        error.put("errorCategory", "success");
        error.put("reason", ignored.reason());
        error.put("recommendedAction", Ignored.ADVICE);
        error.put("additionalDetails", null);
        return error;
    }

    private static Map<String, @Nullable String> error(EntryRow.RefusalView refusal) {
        var error = new LinkedHashMap<String, @Nullable String>();
        error.put("errorCode", refusal.errorCode());
        error.put("errorCategory", refusal.httpStatus() < FAULTS ? "nonServiceFailure" : "failure");
        error.put(
                "reason",
                "This server answered %d: %s".formatted(refusal.httpStatus(), refusal.detail()));
        error.put(
                "recommendedAction",
                Arrays.stream(ErrorCode.values())
                        .filter(code -> code.label().equals(refusal.errorCode()))
                        .map(ErrorCode::advice)
                        .findFirst()
                        .orElse(null));
        error.put(
                "additionalDetails",
                refusal.scimType() == null ? null : "scimType: " + refusal.scimType());
        return error;
    }
}
