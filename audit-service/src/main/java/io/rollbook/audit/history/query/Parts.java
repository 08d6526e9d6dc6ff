package io.rollbook.audit.history.query;

import io.rollbook.audit.history.moment.Basis;
import io.rollbook.audit.history.resource.Authority;
import io.rollbook.audit.history.resource.Face;
import io.rollbook.audit.history.resource.Life;
import io.rollbook.audit.history.resource.PathChange;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What several answers consist of, as JSON; absent is what has no value. */
final class Parts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Parts() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static byte[] bytes(ObjectNode answer) {
        return JSON.writeValueAsBytes(answer);
    }

    static ObjectNode basis(Basis basis) {
        var json = object().put("number", basis.number());
        put(json, "recordedAt", basis.recordedAt());
        put(json, "hash", basis.hash());
        put(json, "asked", basis.asked());
        return json.put("settled", basis.settled());
    }

    static ObjectNode authority(Authority authority) {
        var json = object().put("entry", authority.entryId());
        var actor = json.putObject("actor");
        actor.put("kind", authority.actorKind()).put("id", authority.actorId());
        put(actor, "name", authority.actorName());
        put(actor, "tokenId", authority.tokenId());
        json.put("requestId", authority.requestId()).put("operation", authority.operation());
        put(json, "receivedAt", authority.receivedAt());
        put(json, "causedBy", authority.causedBy());
        return json;
    }

    static String state(Life.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Adds what is known of somebody to what is there. */
    static ObjectNode face(ObjectNode json, @Nullable Face face) {
        if (face != null) {
            put(json, "name", face.name());
            json.put("state", state(face.state()));
            if (face.active() != null) {
                json.put("active", face.active());
            }
        }
        return json;
    }

    static ArrayNode changes(List<PathChange> changes) {
        var json = array();
        for (var change : changes) {
            change(json, change.path(), change.before(), change.after());
        }
        return json;
    }

    static void change(
            ArrayNode json, String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        var change = json.addObject().put("path", path);
        change.set("old", before == null ? JSON.nullNode() : before);
        change.set("new", after == null ? JSON.nullNode() : after);
    }

    /** Attributes by path in the form of a SCIM resource (RFC 7643 §3). */
    static ObjectNode attributes(Map<String, JsonNode> values) {
        var json = object();
        values.forEach(
                (path, value) -> {
                    // The name of an extension has colons and dots of its own.
                    int urn = path.startsWith("urn:") ? path.lastIndexOf(':') : -1;
                    var parent = urn < 0 ? json : child(json, path.substring(0, urn));
                    var name = path.substring(urn + 1);
                    int dot = name.indexOf('.');
                    if (dot < 0) {
                        parent.set(name, value);
                    } else {
                        child(parent, name.substring(0, dot)).set(name.substring(dot + 1), value);
                    }
                });
        return json;
    }

    private static ObjectNode child(ObjectNode json, String name) {
        return json.get(name) instanceof ObjectNode there ? there : json.putObject(name);
    }

    static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    static void put(ObjectNode json, String name, @Nullable Instant value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
