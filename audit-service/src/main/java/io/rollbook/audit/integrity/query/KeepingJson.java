package io.rollbook.audit.integrity.query;

import io.rollbook.audit.integrity.retention.Keeping;
import io.rollbook.audit.integrity.retention.LegalHold;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long a log is kept, as an officer sees it. */
final class KeepingJson {

    private KeepingJson() {}

    static Map<String, @Nullable Object> of(Keeping keeping, Instant now) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var rule = keeping.rule();
        json.put("days", rule == null ? null : rule.daysAt(now));
        json.put(
                "pending",
                rule != null && now.isBefore(rule.effectiveAt())
                        ? pending(rule.days(), rule.effectiveAt())
                        : null);
        json.put("held", keeping.isHeld(now));
        json.put("deletesBefore", keeping.boundary(now).map(Instant::toString).orElse(null));
        json.put("holds", keeping.holds().stream().map(KeepingJson::hold).toList());
        return json;
    }

    private static Map<String, @Nullable Object> pending(@Nullable Integer days, Instant from) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("days", days);
        json.put("from", from.toString());
        return json;
    }

    private static Map<String, @Nullable Object> hold(LegalHold hold) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", hold.id());
        json.put("reason", hold.reason());
        json.put("placedAt", hold.placedAt().toString());
        json.put("placedBy", hold.placedBy());
        json.put("endsAt", hold.endsAt() == null ? null : hold.endsAt().toString());
        json.put("liftedBy", hold.liftedBy());
        return json;
    }
}
