package io.rollbook.standalone.admin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.Map;

/** How long the log of one tenant is kept, and who holds it, through the administration API. */
public final class Retention {

    private final Administration administration;
    private final String path;

    Retention(Administration administration, String tenant) {
        this.administration = administration;
        this.path = "/tenants/" + Administration.encoded(tenant);
    }

    /**
     * @param endsAt empty until it is lifted
     */
    public record Hold(String id, String reason, String endsAt) {}

    /**
     * @return all that is known about it, as JSON
     */
    public String show() {
        return administration.send("GET", path + "/retention", Map.of()).toPrettyString();
    }

    /**
     * @param days 0 for ever
     * @return as {@link #show()} afterwards
     */
    public String keep(int days) {
        var body = JsonNodeFactory.instance.objectNode();
        if (days == 0) {
            body.putNull("days");
        } else {
            body.put("days", days);
        }
        return administration.send("PUT", path + "/retention", body).toPrettyString();
    }

    public List<Hold> holds() {
        return administration
                .send("GET", path + "/holds", Map.of())
                .path("holds")
                .valueStream()
                .map(Retention::hold)
                .toList();
    }

    public Hold place(String reason) {
        return hold(administration.send("POST", path + "/holds", Map.of("reason", reason)));
    }

    public Hold lift(String id) {
        return hold(
                administration.send(
                        "DELETE", path + "/holds/" + Administration.encoded(id), Map.of()));
    }

    private static Hold hold(JsonNode node) {
        return new Hold(
                node.path("id").asString(""),
                node.path("reason").asString(""),
                node.path("endsAt").asString(""));
    }
}
