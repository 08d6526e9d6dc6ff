package io.rollbook.audit.graph;

import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.Literal;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What a filter means: a question about an entry as it is shown. */
final class FilterMeaning {

    private static final List<String> WORDS =
            List.of(
                    "provisioningAction",
                    "provisioningStatusInfo/status",
                    "provisioningStatusInfo/errorInformation/errorCode",
                    "sourceIdentity/identityType",
                    "initiatedBy/initiatorType");
    private static final List<String> TEXTS =
            List.of(
                    "id",
                    "changeId",
                    "jobId",
                    "cycleId",
                    "tenantId",
                    "initiatedBy/id",
                    "initiatedBy/displayName",
                    "servicePrincipal/name",
                    "sourceSystem/displayName",
                    "targetSystem/displayName",
                    "sourceIdentity/id",
                    "targetIdentity/id",
                    "targetIdentity/displayName");

    private final Random random;
    private final List<JsonNode> entries;

    FilterMeaning(long seed, List<JsonNode> entries) {
        this.random = new Random(seed);
        this.entries = entries;
    }

    /** A filter about what the entries have, in the syntax of OData. */
    String filter(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1, 2 -> "(" + filter(depth - 1) + " or " + filter(depth - 1) + ")";
            case 3 -> "(" + filter(depth - 1) + " and " + filter(depth - 1) + ")";
            case 4 -> "not (" + filter(depth - 1) + ")";
            default -> condition();
        };
    }

    private String condition() {
        var entry = entries.get(random.nextInt(entries.size()));
        int kind = random.nextInt(10);
        if (kind == 0) {
            var operator = List.of("eq", "ne", "gt", "ge", "lt", "le").get(random.nextInt(6));
            return "activityDateTime " + operator + " " + entry.at("/activityDateTime").asString();
        }
        var properties = kind < 5 ? WORDS : TEXTS;
        var property = properties.get(random.nextInt(properties.size()));
        var value = text(entry, property);
        if (kind % 2 == 0) {
            return property + (random.nextInt(3) == 0 ? " ne " : " eq ") + quoted(value);
        }
        int from = value.isEmpty() ? 0 : random.nextInt(value.length());
        return random.nextBoolean()
                ? "contains(" + property + "," + quoted(value.substring(from)) + ")"
                : "startswith(" + property + "," + quoted(value.substring(0, from)) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String text(JsonNode entry, String property) {
        return entry.at("/" + property).asString("");
    }

    static boolean holds(Expression filter, JsonNode entry) {
        return switch (filter) {
            case Expression.And(var left, var right) -> holds(left, entry) && holds(right, entry);
            case Expression.Or(var left, var right) -> holds(left, entry) || holds(right, entry);
            case Expression.Not(var operand) -> !holds(operand, entry);
            case Expression.Match(var place, var property, var wanted) -> {
                var text = cased(property, text(entry, property));
                var part = cased(property, wanted);
                yield place == Expression.Place.CONTAINS
                        ? text.contains(part)
                        : text.startsWith(part);
            }
            case Expression.Comparison(var property, var operator, var literal) ->
                    holds(operator, compared(text(entry, property), literal));
        };
    }

    /** Words of a list may be written in any case. */
    private static String cased(String property, String text) {
        return WORDS.contains(property) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static int compared(String shown, Literal literal) {
        return switch (literal) {
            case Literal.Text(var text) -> shown.compareTo(text);
            case Literal.Null() -> shown.compareTo("");
            case Literal.Time(var time) -> Instant.parse(shown).compareTo(time);
        };
    }

    private static boolean holds(Expression.Operator operator, int compared) {
        return switch (operator) {
            case EQ -> compared == 0;
            case NE -> compared != 0;
            case GT -> compared > 0;
            case GE -> compared >= 0;
            case LT -> compared < 0;
            case LE -> compared <= 0;
        };
    }
}
