package io.rollbook.audit.entry;

import io.rollbook.contract.attempt.RequestsRefused;

import org.jspecify.annotations.Nullable;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** What it means that a gateway refused so many requests that it counted them. */
final class CountedRefusals {

    private CountedRefusals() {}

    static Meaning of(RequestsRefused refused) {
        return Meaning.attempt(
                Action.OTHER,
                target(refused),
                new Refusal(refused.status(), null, detail(refused)));
    }

    private static Target target(RequestsRefused refused) {
        var connection = refused.connectionId();
        return connection == null
                ? new Target("Source", null, null, refused.source())
                : Target.of("Connection", connection);
    }

    /** Sorted, so that the entry is the same whenever it is made. */
    private static String detail(RequestsRefused refused) {
        var reasons =
                new TreeMap<>(refused.reasons())
                        .entrySet().stream()
                                .map(reason -> reason.getKey() + " " + reason.getValue())
                                .collect(Collectors.joining(", "));
        return "%d requests, %d of them writes, were refused from %s to %s%s: %s."
                .formatted(
                        refused.requests(),
                        refused.writes(),
                        refused.from(),
                        refused.until(),
                        senders(refused.source(), refused),
                        reasons);
    }

    private static String senders(@Nullable String source, RequestsRefused refused) {
        if (refused.connectionId() != null) {
            return "";
        }
        return source == null
                ? ", sent from " + refused.sources() + " or more addresses"
                : ", sent from " + source;
    }
}
