package io.rollbook.provisioning.endpoint;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.ScimMethod;

import java.util.Locale;
import java.util.Map;

/** Refusals that belong to the door, and the headers that some statuses ask for. */
final class Refusals {

    private static final String RETRY_AFTER_SECONDS = "1";

    private Refusals() {}

    static ScimError methodNotAllowed(ScimMethod method) {
        return ScimError.of(405, method + " is not possible at this path");
    }

    static ScimError noSuch(ResourceType type) {
        return ScimError.notFound(
                "There is no " + type.name().toLowerCase(Locale.ROOT) + " with this id");
    }

    static Map<String, String> headers(ScimError error, Target target) {
        return switch (error.status()) {
            case 405 -> Map.of("Allow", allowed(target));
            case 503 -> Map.of("Retry-After", RETRY_AFTER_SECONDS);
            default -> Map.of();
        };
    }

    private static String allowed(Target target) {
        return switch (target) {
            case Target.All(var type) -> "GET, POST";
            case Target.One(var type, var id) -> "GET, PUT, PATCH, DELETE";
            case Target.Bulk _, Target.Search _ -> "POST";
            case Target.Discovery _, Target.Me _, Target.Nothing _ -> "GET";
        };
    }
}
