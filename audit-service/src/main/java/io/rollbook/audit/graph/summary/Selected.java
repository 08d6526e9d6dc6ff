package io.rollbook.audit.graph.summary;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which properties of an entry are shown ({@code $select}, OData 4.01, part 1, section 11.2.5.1):
 * whole properties of the entry itself.
 *
 * @param names in the order of an entry; all of them where nothing was selected
 * @param text as the context of the answer names them; empty for all
 */
public record Selected(List<String> names, String text) {

    private static final List<String> PROPERTIES =
            List.of(
                    "id",
                    "activityDateTime",
                    "tenantId",
                    "jobId",
                    "cycleId",
                    "changeId",
                    "provisioningAction",
                    "durationInMilliseconds",
                    "initiatedBy",
                    "servicePrincipal",
                    "sourceSystem",
                    "targetSystem",
                    "sourceIdentity",
                    "targetIdentity",
                    "provisioningStatusInfo",
                    "provisioningSteps",
                    "modifiedProperties");

    public static final Selected ALL = new Selected(PROPERTIES, "");

    public Selected {
        names = List.copyOf(names);
    }

    public static Outcome<Selected> parse(String text) {
        Set<String> wanted =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.contains("*")) {
            return Outcome.accepted(ALL);
        }
        return PROPERTIES.containsAll(wanted)
                ? Outcome.accepted(
                        new Selected(
                                PROPERTIES.stream().filter(wanted::contains).toList(),
                                "(" + String.join(",", wanted) + ")"))
                : Outcome.refused(
                        ScimError.of(
                                400,
                                "$select names what is no property of an entry; those are "
                                        + String.join(", ", PROPERTIES)
                                        + "."));
    }
}
