package io.rollbook.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpHeaders;
import java.util.List;

/** An answer as a client sees it; an absent body is a missing node. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /** Checks the status and passes the answer on. */
    public Answer expect(int expected) {
        assertThat(status).as("status of %s", body).isEqualTo(expected);
        return this;
    }

    public Answer expectError(int expected, String scimType) {
        expect(expected);
        assertThat(body.path("scimType").asString(""))
                .as("scimType of %s", body)
                .isEqualTo(scimType);
        assertThat(body.path("status").asString()).isEqualTo(Integer.toString(expected));
        return this;
    }

    public String id() {
        return text("/id");
    }

    /** The text at a JSON pointer, empty when there is none. */
    public String text(String pointer) {
        return body.at(pointer).asString("");
    }

    public int totalResults() {
        return body.path("totalResults").asInt(-1);
    }

    public List<String> texts(String array, String member) {
        return body.path(array).valueStream().map(node -> node.path(member).asString("")).toList();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
