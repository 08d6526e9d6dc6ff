package io.rollbook.scim.patch;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.message.RequestBody;
import io.rollbook.scim.patch.message.Operation;
import io.rollbook.scim.patch.message.PatchMessage;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.resource.IgnoredNames;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;

import java.util.List;

/**
 * Reads the body of a PATCH (RFC 7644 §3.5.2) and binds it to a resource type. All that can be
 * wrong whatever the resource holds is refused here: {@code invalidSyntax}, {@code invalidPath},
 * {@code invalidFilter}, {@code invalidValue}, {@code mutability}.
 *
 * <p>{@link Profile#ENTRA} takes both dialects of Microsoft Entra: paths as names in a value
 * without a path, booleans as strings, a manager as string or array, {@code ""} for "unassigned",
 * complex values as JSON in a string, a list of values to remove, and value filters that match
 * nothing, which create what they describe.
 */
public final class PatchReader {
    public static final int MAX_OPERATIONS = 1_000;

    private PatchReader() {}

    public static Outcome<Patch> read(byte[] body, ResourceType type, Profile profile) {
        return read(body, type, profile, MAX_OPERATIONS);
    }

    /**
     * @param maxOperations more of them are refused with 413
     */
    public static Outcome<Patch> read(
            byte[] body, ResourceType type, Profile profile, int maxOperations) {
        return RequestBody.readObject(body, new PatchMessage(body, maxOperations)::read)
                .flatMap(operations -> bound(operations, type, profile));
    }

    private static Outcome<Patch> bound(
            List<Operation> operations, ResourceType type, Profile profile) {
        var ignored = new IgnoredNames();
        return Refusal.toOutcome(
                () -> {
                    var steps =
                            operations.stream()
                                    .flatMap(each -> steps(each, type, profile, ignored).stream())
                                    .toList();
                    return new Patch(type, steps, ignored.names());
                });
    }

    private static List<Step> steps(
            Operation operation, ResourceType type, Profile profile, IgnoredNames ignored) {
        int number = operation.number();
        return Refusals.during(
                number, () -> new Binding(type, profile, number, ignored).steps(operation));
    }
}
