package io.rollbook.audit.history.leavers;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** The report as JSON; absent is what has no value. */
final class LeaverJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LeaverJson() {}

    static byte[] percentiles(LeaverReport.Period period, List<Percentiles> steps) {
        return JSON.writeValueAsBytes(report(period, steps));
    }

    static byte[] leavers(
            LeaverReport.Period period,
            List<Percentiles> steps,
            List<Leaver> leavers,
            @Nullable String next) {
        var json = report(period, steps);
        var rows = json.putArray("leavers");
        for (var leaver : leavers) {
            var row = rows.addObject().put("number", leaver.number());
            row.put("userId", leaver.userId());
            row.put("receivedAt", leaver.receivedAt().toString());
            row.put("storedAt", leaver.storedAt().toString());
            if (leaver.publishedAt() != null) {
                row.put("publishedAt", leaver.publishedAt().toString());
            }
            row.put("consumedAt", leaver.consumedAt().toString());
            millis(row, "storedMillis", leaver.millisTo(leaver.storedAt()));
            millis(row, "publishedMillis", leaver.millisTo(leaver.publishedAt()));
            millis(row, "consumedMillis", leaver.millisTo(leaver.consumedAt()));
        }
        if (next != null) {
            json.put("next", next);
        }
        return JSON.writeValueAsBytes(json);
    }

    private static ObjectNode report(LeaverReport.Period period, List<Percentiles> steps) {
        var json = JSON.createObjectNode();
        json.put("from", period.from().toString()).put("to", period.to().toString());
        var percentiles = json.putArray("percentiles");
        for (var step : steps) {
            var row = percentiles.addObject().put("step", step.step()).put("count", step.count());
            millis(row, "p50Millis", step.p50());
            millis(row, "p95Millis", step.p95());
            millis(row, "p99Millis", step.p99());
            millis(row, "maxMillis", step.max());
        }
        return json;
    }

    private static void millis(ObjectNode json, String name, @Nullable Long millis) {
        if (millis != null) {
            json.put(name, millis);
        }
    }
}
