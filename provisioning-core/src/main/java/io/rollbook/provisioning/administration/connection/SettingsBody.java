package io.rollbook.provisioning.administration.connection;

import io.rollbook.provisioning.connection.SettingsChange;
import io.rollbook.provisioning.limit.LimitsChange;
import io.rollbook.provisioning.limit.Wish;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Settings as an operator sends them. In a {@code PUT} what is absent goes back to its default; in
 * a {@code PATCH} it stays, and null goes back (RFC 7396).
 */
public final class SettingsBody {

    private static final Set<String> MEMBERS =
            Set.of("profile", "limits", "notifications", "reviveInactive");
    private static final Set<String> LIMITS =
            Set.of(
                    "requestsPerSecond",
                    "burst",
                    "concurrentRequests",
                    "bodyBytes",
                    "patchOperations",
                    "bulkOperations",
                    "members",
                    "pageSize",
                    "filterDepth");
    private static final Set<String> NOTIFICATIONS =
            Set.of("emails", "webhook", "massDeletionThreshold", "cycleGapMinutes");

    private final ObjectNode body;
    private final boolean whole;
    private final List<String> problems = new ArrayList<>();

    private SettingsBody(ObjectNode body, boolean whole) {
        this.body = body;
        this.whole = whole;
    }

    /**
     * @param whole whether what is absent goes back to its default
     */
    static Outcome<SettingsChange> read(ObjectNode body, boolean whole) {
        var reading = new SettingsBody(body, whole);
        reading.requireOnly("", body, MEMBERS);
        return reading.unlessWrong(reading.change());
    }

    /** A tenant's, which are limits alone. */
    public static Outcome<LimitsChange> readOfTenant(ObjectNode body, boolean whole) {
        var reading = new SettingsBody(body, whole);
        reading.requireOnly("", body, Set.of("limits"));
        return reading.unlessWrong(reading.limits());
    }

    private <T> Outcome<T> unlessWrong(T change) {
        return problems.isEmpty()
                ? Outcome.accepted(change)
                : Outcome.refused(
                        ScimError.badRequest(ScimType.INVALID_VALUE, String.join("; ", problems)));
    }

    private SettingsChange change() {
        return new SettingsChange(
                text("", "profile"),
                limits(),
                member("notifications", "emails", SettingsBody::texts, "a list of strings"),
                text("notifications", "webhook"),
                number("notifications", "massDeletionThreshold"),
                number("notifications", "cycleGapMinutes"),
                member(
                        "",
                        "reviveInactive",
                        node -> node.isBoolean() ? Optional.of(node.asBoolean()) : Optional.empty(),
                        "true or false"));
    }

    private LimitsChange limits() {
        return new LimitsChange(
                number("limits", "requestsPerSecond"),
                number("limits", "burst"),
                number("limits", "concurrentRequests"),
                number("limits", "bodyBytes"),
                number("limits", "patchOperations"),
                number("limits", "bulkOperations"),
                number("limits", "members"),
                number("limits", "pageSize"),
                number("limits", "filterDepth"));
    }

    private Wish<String> text(String parent, String name) {
        return member(
                parent,
                name,
                node -> node.isString() ? Optional.of(node.asString()) : Optional.empty(),
                "a string");
    }

    private Wish<Integer> number(String parent, String name) {
        return member(
                parent,
                name,
                node ->
                        node.isIntegralNumber() && node.canConvertToInt()
                                ? Optional.of(node.asInt())
                                : Optional.empty(),
                "a whole number");
    }

    private <T> Wish<T> member(
            String parent, String name, Function<JsonNode, Optional<T>> type, String expected) {
        JsonNode there = parent.isEmpty() ? body : body.get(parent);
        if (there == null) {
            return absent();
        }
        if (there.isNull()) {
            return new Wish.Become<>(Optional.empty());
        }
        if (!(there instanceof ObjectNode object)) {
            return problem(parent + " must be an object");
        }
        if (!parent.isEmpty()) {
            requireOnly(parent + ".", object, parent.equals("limits") ? LIMITS : NOTIFICATIONS);
        }
        return value(object.get(name), type)
                .orElseGet(
                        () ->
                                problem(
                                        (parent.isEmpty() ? name : parent + "." + name)
                                                + " must be "
                                                + expected
                                                + " or null"));
    }

    private <T> Optional<Wish<T>> value(
            @Nullable JsonNode node, Function<JsonNode, Optional<T>> type) {
        if (node == null) {
            return Optional.of(absent());
        }
        return node.isNull()
                ? Optional.of(new Wish.Become<>(Optional.empty()))
                : type.apply(node).map(value -> new Wish.Become<>(Optional.of(value)));
    }

    private <T> Wish<T> absent() {
        return whole ? new Wish.Become<>(Optional.empty()) : new Wish.Keep<>();
    }

    private <T> Wish<T> problem(String detail) {
        if (!problems.contains(detail)) {
            problems.add(detail);
        }
        return new Wish.Keep<>();
    }

    private void requireOnly(String path, ObjectNode object, Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                problem(
                        "There is no setting %s%s; there are: %s"
                                .formatted(path, name, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private static Optional<List<String>> texts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString)
                ? Optional.of(node.valueStream().map(JsonNode::asString).toList())
                : Optional.empty();
    }
}
