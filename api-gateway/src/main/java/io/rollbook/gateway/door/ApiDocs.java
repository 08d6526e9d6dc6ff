package io.rollbook.gateway.door;

import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI document of the server, put together once from one file per area: objects are joined
 * member by member, lists are put one behind the other.
 */
public final class ApiDocs {

    /** Below {@code openapi/} in the resources; a new area adds its file here. */
    private static final List<String> AREAS =
            List.of(
                    "server.json",
                    "limits.json",
                    "provisioning-log.json",
                    "synchronization.json",
                    "time-travel.json",
                    "retention.json",
                    "integrity.json",
                    "tenant-schemas.json",
                    "oauth.json",
                    "administration.json");

    private final byte[] document;

    private ApiDocs(byte[] document) {
        this.document = document;
    }

    /** Throws {@link IllegalStateException} when two areas describe the same differently. */
    public static ApiDocs load() {
        var json = JsonMapper.shared();
        var whole = json.createObjectNode();
        for (var area : AREAS) {
            join(whole, json.readTree(read(area)), area);
        }
        anybodyMayBeTurnedAway(whole);
        return new ApiDocs(json.writeValueAsBytes(whole));
    }

    /** What every operation has in common and no area has to repeat. */
    private static void anybodyMayBeTurnedAway(ObjectNode whole) {
        for (var path : whole.path("paths").properties()) {
            for (var operation : path.getValue()) {
                if (operation.get("responses") instanceof ObjectNode responses) {
                    refer(responses, "429", "TooManyRequests");
                    refer(responses, "503", "Overloaded");
                    if (path.getKey().startsWith(AdministrationDoor.PREFIX)) {
                        anybodyMayBeRefused(responses, path.getKey());
                    }
                }
            }
        }
    }

    private static void anybodyMayBeRefused(ObjectNode responses, String path) {
        refer(responses, "401", "Unauthorized");
        refer(responses, "403", "Forbidden");
        if (path.contains("{")) {
            refer(responses, "404", "NotFound");
        }
    }

    private static void refer(ObjectNode responses, String status, String name) {
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + name);
        }
    }

    private static byte[] read(String area) {
        try (InputStream file = ApiDocs.class.getResourceAsStream("/openapi/" + area)) {
            if (file == null) {
                throw new IllegalStateException("openapi/" + area + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(ObjectNode whole, JsonNode part, String area) {
        for (var member : part.properties()) {
            var there = whole.get(member.getKey());
            if (there == null) {
                whole.set(member.getKey(), member.getValue());
            } else if (there instanceof ObjectNode object && member.getValue().isObject()) {
                join(object, member.getValue(), area);
            } else if (there.isArray() && member.getValue().isArray()) {
                member.getValue().forEach(there.asArray()::add);
            } else if (!there.equals(member.getValue())) {
                throw new IllegalStateException(
                        "openapi/%s describes %s anew".formatted(area, member.getKey()));
            }
        }
    }

    /** JSON in UTF-8. */
    public byte[] document() {
        return document.clone();
    }

    ScimResponse page() {
        return new ScimResponse(
                200, Map.of("Content-Type", "application/json"), document(), List.of());
    }
}
