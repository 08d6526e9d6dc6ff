package io.rollbook.scim.bulk.message;

import io.rollbook.scim.seam.ScimMethod;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One operation as it was sent.
 *
 * @param number its place in the request, from 1
 * @param method any word
 * @param path the place below the base URI, with a leading slash and none at the end
 * @param bulkId what other operations call the resource that this one creates
 * @param version the entity tags that the client is prepared to change
 * @param data null when absent
 */
public record BulkOperation(
        int number,
        String method,
        String path,
        @Nullable String bulkId,
        @Nullable String version,
        @Nullable BulkData data) {

    private static final byte[] NOTHING = {};

    public BulkOperation {
        path =
                Arrays.stream(path.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .collect(Collectors.joining("/", "/", ""));
    }

    /** Empty for a method that no bulk operation has; any case counts. */
    public Optional<ScimMethod> scimMethod() {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "POST" -> Optional.of(ScimMethod.POST);
            case "PUT" -> Optional.of(ScimMethod.PUT);
            case "PATCH" -> Optional.of(ScimMethod.PATCH);
            case "DELETE" -> Optional.of(ScimMethod.DELETE);
            default -> Optional.empty();
        };
    }

    /** Whether others can refer to what it makes. */
    public boolean creates() {
        return scimMethod().equals(Optional.of(ScimMethod.POST));
    }

    /** The bulk ids for which it needs to know what they stand for. */
    public Set<String> references() {
        var references = new LinkedHashSet<>(ReferenceForm.SEGMENTS.referencesIn(path));
        if (data != null) {
            data.mentions().forEach(mention -> references.addAll(mention.references()));
        }
        return references;
    }

    /** The data as the body of a request, with the ids that bulk ids stand for. */
    public byte[] body(UnaryOperator<String> idOf) {
        return data == null ? NOTHING : data.resolved(idOf);
    }

    /** The data as it was sent; empty when there is none. */
    public byte[] body() {
        return body(bulkId -> ReferenceForm.MARK + bulkId);
    }

    /** The path with the ids that bulk ids stand for. */
    public String path(UnaryOperator<String> idOf) {
        return ReferenceForm.SEGMENTS.resolved(path, idOf);
    }
}
