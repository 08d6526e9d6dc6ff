package io.rollbook.audit.graph.summary;

import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryRow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of one request through this server, told from what is known of it and nothing else. */
public final class Steps {

    private final Entry entry;
    private final EntryRow head;
    private final Wording words;
    private final StepTiming timing;
    private final List<Step> steps = new ArrayList<>();

    private Steps(Entry entry, String tenantName) {
        this.entry = entry;
        this.head = entry.head();
        this.words = Wording.of(entry, tenantName);
        this.timing = new StepTiming(entry, words.creates());
    }

    public static List<Step> of(Entry entry, String tenantName) {
        var way = new Steps(entry, tenantName);
        switch (entry.head().status()) {
            case "failure" -> way.untilRefused();
            case "skipped" -> way.withoutEffect();
            case "warning" -> way.partlyIgnored();
            default -> way.carriedOut();
        }
        return List.copyOf(way.steps);
    }

    private void partlyIgnored() {
        if (entry.events().getLast().version() != null) {
            carriedOut();
            return;
        }
        received(Step.Result.SUCCESS);
        admitted();
        matched();
        processed();
        nothingStored();
    }

    private void processed() {
        var details = details("ChangedAttributes", Integer.toString(changes()));
        var ignored = head.ignored();
        if (ignored != null) {
            details.put("IgnoredAttributes", String.join(", ", ignored.names()));
        }
        step(
                "EntrySynchronization" + words.suffix(),
                Step.Type.PROCESSING,
                ignored == null ? Step.Result.SUCCESS : Step.Result.WARNING,
                ignored == null
                        ? "The request was compared with what was there."
                        : "The request was taken over without the attributes that are named in"
                                + " IgnoredAttributes.",
                details);
    }

    private void carriedOut() {
        received(Step.Result.SUCCESS);
        admitted();
        matched();
        processed();
        int members = entry.membersAdded() + entry.membersRemoved();
        if (members > 0) {
            var details = details("MembersAdded", Integer.toString(entry.membersAdded()));
            details.put("MembersRemoved", Integer.toString(entry.membersRemoved()));
            step(
                    "EntrySynchronization" + words.suffix(),
                    Step.Type.REFERENCE_RESOLUTION,
                    Step.Result.SUCCESS,
                    "Each member that joined was found in this tenant.",
                    details);
        }
        step(
                "EntryExport" + words.suffix(),
                Step.Type.EXPORT,
                Step.Result.SUCCESS,
                words.deed(),
                storedDetails());
    }

    private int changes() {
        return entry.events().stream().mapToInt(event -> event.changes()).sum();
    }

    private void withoutEffect() {
        received(Step.Result.SUCCESS);
        admitted();
        matched();
        step(
                "EntrySynchronizationSkipped",
                Step.Type.PROCESSING,
                Step.Result.SKIPPED,
                "Everything is as the request asks for already.",
                new LinkedHashMap<>());
        nothingStored();
    }

    private void untilRefused() {
        var code = codeOf(head.refusal());
        var failed = failed(code);
        received(failed == Step.Type.IMPORT ? Step.Result.FAILURE : Step.Result.SUCCESS);
        if (failed.compareTo(Step.Type.SCOPING) > 0) {
            admitted();
        }
        if (failed.compareTo(Step.Type.MATCHING) > 0 && timing.mayHaveMatched()) {
            matched();
        }
        if (failed != Step.Type.IMPORT) {
            step(
                    "Entry"
                            + (failed == Step.Type.EXPORT ? "Export" : "Synchronization")
                            + words.suffix(),
                    failed,
                    Step.Result.FAILURE,
                    reason(),
                    refused(code));
        }
        if (failed != Step.Type.EXPORT) {
            nothingStored();
        }
    }

    private Map<String, String> refused(ErrorCode code) {
        var details = details("ErrorCode", code.label());
        entry.wanted()
                .ifPresent(
                        wanted -> {
                            details.put("WantedProperties", Integer.toString(wanted.all()));
                            details.put("OmittedProperties", Integer.toString(wanted.omitted()));
                            details.put("OldValuesKnown", wanted.compared() ? "True" : "False");
                        });
        return details;
    }

    private String reason() {
        return head.refusal() == null ? "" : head.refusal().detail();
    }

    private static ErrorCode codeOf(EntryRow.@Nullable RefusalView refusal) {
        for (var code : ErrorCode.values()) {
            if (refusal != null && code.label().equals(refusal.errorCode())) {
                return code;
            }
        }
        return ErrorCode.INTERNAL_SERVER_ERROR;
    }

    private static Step.Type failed(ErrorCode code) {
        return switch (code) {
            case SYSTEM_FOR_CROSS_DOMAIN_IDENTITY_MANAGEMENT_SERVICE_INCOMPATIBLE,
                    UNPROCESSABLE_ENTITY,
                    TOO_MANY_REQUESTS,
                    METHOD_NOT_ALLOWED,
                    NOT_IMPLEMENTED,
                    TIMEOUT ->
                    Step.Type.IMPORT;
            case UNAUTHORIZED, INSUFFICIENT_RIGHTS -> Step.Type.SCOPING;
            case INVALID_ANCHOR, ENTRY_CONFLICT, CONFLICT -> Step.Type.MATCHING;
            case MANDATORY_FIELDS_MISSING,
                    MISSING_VALUES,
                    SCHEMA_ATTRIBUTE_NOT_FOUND,
                    NOT_PERMITTED ->
                    Step.Type.PROCESSING;
            case UNRESOLVED_REFERENCE -> Step.Type.REFERENCE_RESOLUTION;
            case WEB_EXCEPTION_PROTOCOL_ERROR, INTERNAL_SERVER_ERROR -> Step.Type.EXPORT;
        };
    }

    private void received(Step.Result result) {
        var details = details("ReceivedDateTime", head.receivedAt().toString());
        details.put("RequestId", head.requestId());
        details.put("Operation", Integer.toString(head.operation()));
        if (head.actor().tokenId() != null) {
            details.put("TokenId", head.actor().tokenId());
        }
        if (head.causedBy() != null) {
            details.put("CausedBy", head.causedBy());
        }
        step(
                "EntryImport" + words.suffix(),
                Step.Type.IMPORT,
                result,
                result == Step.Result.FAILURE
                        ? reason()
                        : "Received a request to %s from %s."
                                .formatted(words.wish(), words.sender()),
                details);
    }

    private void admitted() {
        step(
                "EntrySynchronization" + words.suffix(),
                Step.Type.SCOPING,
                Step.Result.SUCCESS,
                words.isFromConnection()
                        ? "The connection's token may change this tenant's directory."
                        : "Within this tenant.",
                new LinkedHashMap<>());
    }

    private void matched() {
        step(
                "EntrySynchronization" + words.suffix(),
                Step.Type.MATCHING,
                Step.Result.SUCCESS,
                words.creates()
                        ? "No other %s holds its name.".formatted(words.object())
                        : "Found the %s by its id.".formatted(words.object()),
                new LinkedHashMap<>());
    }

    private void nothingStored() {
        step(
                "EntryExport" + words.suffix(),
                Step.Type.EXPORT,
                Step.Result.SKIPPED,
                "Nothing was changed.",
                storedDetails());
    }

    private Map<String, String> storedDetails() {
        var details = details("StoredDateTime", entry.storedAt().toString());
        var last = entry.events().getLast();
        if (last.publishedAt() != null) {
            details.put("PublishedDateTime", last.publishedAt().toString());
        }
        details.put("LoggedDateTime", last.loggedAt().toString());
        if (last.version() != null) {
            details.put("Version", last.version().toString());
        }
        var target = head.target();
        var reportable = target.userName() == null ? target.name() : target.userName();
        if (reportable != null) {
            details.put("ReportableIdentifier", reportable);
        }
        return details;
    }

    private void step(
            String name,
            Step.Type type,
            Step.Result result,
            String sentence,
            Map<String, String> details) {
        boolean refused = head.refusal() != null;
        if (result == Step.Result.FAILURE && type != Step.Type.IMPORT) {
            timing.addRefusalTo(details);
        } else if (!(refused && type == Step.Type.EXPORT)) {
            timing.addTo(details, type);
        }
        steps.add(new Step(name, type, result, sentence, details));
    }

    private static Map<String, String> details(String name, String value) {
        var details = new LinkedHashMap<String, String>();
        details.put(name, value);
        return details;
    }
}
