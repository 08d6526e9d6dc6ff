package io.rollbook.audit.synchronization.query;

import io.rollbook.audit.synchronization.job.Cycle;
import io.rollbook.audit.synchronization.job.Evidence;
import io.rollbook.audit.synchronization.job.Quarantine;
import io.rollbook.audit.synchronization.job.Reason;
import io.rollbook.audit.synchronization.query.JobView.CycleView;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Graph's {@code synchronizationJob}; what Graph has no place for are annotations of ours. */
final class JobJson {

    /** How often Entra's cycles begin, and how often in quarantine. */
    private static final String INTERVAL = "PT40M";

    private static final Duration INTERVAL_IN_QUARANTINE = Duration.ofDays(1);

    /** Then Entra gives up. */
    private static final Duration LONGEST_QUARANTINE = Duration.ofDays(28);

    private static final String NEVER = "0001-01-01T00:00:00Z";

    private JobJson() {}

    static Map<String, @Nullable Object> of(JobView view) {
        var settings = view.job().settings();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", view.connection());
        json.put("templateId", "scim");
        json.put("schedule", schedule(view));
        json.put("status", status(view));
        json.put(
                "synchronizationJobSettings",
                settings.mostDeletions() == null
                        ? List.of()
                        : List.of(
                                Map.of(
                                        "name",
                                        "QuarantineTooManyDeletesThreshold",
                                        "value",
                                        settings.mostDeletions().toString())));
        json.put("@rollbook.cycles", view.cycles().stream().map(c -> cycle(view, c)).toList());
        return json;
    }

    private static Map<String, @Nullable Object> schedule(JobView view) {
        var quarantine = view.job().quarantine();
        var givenUp =
                quarantine != null
                        && view.now().isAfter(quarantine.seriesBegan().plus(LONGEST_QUARANTINE));
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("expiration", null);
        json.put("interval", INTERVAL);
        json.put("state", givenUp ? "Disabled" : "Active");
        return json;
    }

    private static String code(JobView view) {
        var job = view.job();
        if (job.quarantine() != null) {
            return "Quarantine";
        }
        if (job.standing().initialDone()) {
            return "Active";
        }
        var hasRun = job.latest() != null || job.standing().last() != null;
        return hasRun || job.credentials().validUntil() != null ? "NotRun" : "NotConfigured";
    }

    private static Map<String, @Nullable Object> status(JobView view) {
        var job = view.job();
        var standing = job.standing();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("code", code(view));
        json.put("countSuccessiveCompleteFailures", standing.completeFailures());
        json.put("escrowsPruned", false);
        json.put("lastExecution", execution(view.named(standing.last())));
        json.put("lastSuccessfulExecution", execution(view.named(standing.lastSuccessful())));
        json.put(
                "lastSuccessfulExecutionWithExports",
                execution(view.named(standing.lastWithExports())));
        json.put("progress", progress(view));
        json.put("quarantine", quarantine(job.quarantine()));
        json.put("steadyStateFirstAchievedTime", time(standing.steadyFirst()));
        json.put("steadyStateLastAchievedTime", time(standing.steadyLast()));
        json.put(
                "synchronizedEntryCountByType",
                standing.created().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(type -> Map.of("key", type.getKey(), "value", type.getValue()))
                        .toList());
        json.put("troubleshootingUrl", null);
        return json;
    }

    private static List<Map<String, @Nullable Object>> progress(JobView view) {
        var running = view.running();
        var measure = view.measure();
        if (running == null || measure == null) {
            return List.of();
        }
        var done = running.tally().requests();
        return List.of(
                Map.of(
                        "completedUnits",
                        done,
                        "totalUnits",
                        Math.max(done, measure.tally().requests()),
                        "progressObservationDateTime",
                        view.now().toString(),
                        "units",
                        "requests"));
    }

    private static @Nullable Map<String, @Nullable Object> quarantine(
            @Nullable Quarantine quarantine) {
        if (quarantine == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("currentBegan", quarantine.currentBegan().toString());
        json.put("nextAttempt", quarantine.currentBegan().plus(INTERVAL_IN_QUARANTINE).toString());
        json.put("reason", quarantine.reason().label());
        json.put("seriesBegan", quarantine.seriesBegan().toString());
        json.put("seriesCount", quarantine.seriesCount());
        var code =
                quarantine.reason() == Reason.EXCEPTION
                        ? "InvalidCredentials"
                        : quarantine.reason().label();
        json.put("error", error(code, Evidence.of(quarantine)));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> execution(@Nullable Cycle cycle) {
        if (cycle == null) {
            return null;
        }
        var tally = cycle.tally();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("activityIdentifier", cycle.id());
        json.put("state", cycle.state().label());
        json.put("timeBegan", cycle.beganAt().toString());
        json.put("timeEnded", cycle.lastAt().toString());
        // How many objects are in scope is known to the identity provider alone.
        json.put("countEntitled", 0);
        json.put("countEntitledForProvisioning", 0);
        json.put("countEscrowed", tally.baseFailures());
        json.put("countEscrowedRaw", tally.failures());
        json.put("countExported", tally.exported());
        json.put("countExports", tally.requests());
        json.put("countImported", tally.requests());
        json.put("countImportedDeltas", cycle.initial() ? 0 : tally.requests());
        json.put("countImportedReferenceDeltas", tally.references());
        json.put("error", failure(cycle));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> failure(Cycle cycle) {
        if (cycle.state() != Cycle.State.FAILED) {
            return null;
        }
        return cycle.tally().rejected() == cycle.tally().requests()
                ? error("InvalidCredentials", "Every request was refused with 401 or 403.")
                : error(
                        "EntryLevelErrors",
                        "Every request was refused; the log has them with cycleId eq '"
                                + cycle.id()
                                + "'.");
    }

    private static Map<String, @Nullable Object> error(String code, String message) {
        return Map.of("code", code, "message", message, "tenantActionable", true);
    }

    private static Map<String, @Nullable Object> cycle(JobView view, CycleView shown) {
        var cycle = shown.cycle();
        var running = view.running();
        var runs = running != null && running.id().equals(cycle.id());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", cycle.id());
        json.put("kind", cycle.initial() ? "initial" : "incremental");
        json.put("state", runs ? "Running" : cycle.state().label());
        json.put("timeBegan", cycle.beganAt().toString());
        json.put("timeEnded", runs ? null : cycle.lastAt().toString());
        json.put("lastRequestAt", cycle.lastAt().toString());
        json.put("requests", cycle.tally().requests());
        json.put("counts", shown.counts());
        return json;
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? NEVER : instant.toString();
    }
}
