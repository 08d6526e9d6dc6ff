package io.rollbook.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;

/** One answer of the server. */
public record Answer(int status, HttpResponse<byte[]> http) {

    /** The body as JSON; a missing node when there is none. */
    public JsonNode json() {
        return http.body().length == 0
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(http.body());
    }

    public String id() {
        return json().path("id").asString();
    }

    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    /** Fails with the body when the status is another one. */
    public Answer expect(int expected) {
        assertThat(status).as(() -> http.request() + " answered " + json()).isEqualTo(expected);
        return this;
    }
}
