package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.UUID;

/** RFC 7644 §3.9 on each kind of answer about one resource. */
class ProjectedAnswersIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = UUID.randomUUID().toString();
    private final String body =
            """
            {"userName":"%s","title":"T","name":{"givenName":"G","familyName":"F"},
             "emails":[{"value":"a@b.example","type":"work"}]}\
            """
                    .formatted(name);

    @Test
    @Tag("P3.9-4")
    @Tag("P3.4.1-2")
    @Tag("Trap-20")
    void get() {
        var path = "/Users/" + SCIM.post("/Users", body).expect(201).id();

        assertNamed(SCIM.get(path + "?attributes=title,name.givenName"));
        assertRest(SCIM.get(path + "?excludedAttributes=title,ID,name.givenName,meta,emails"));
        SCIM.get(path + "?attributes=title&excludedAttributes=name")
                .expectError(400, "invalidValue");
    }

    @Test
    @Tag("P3.9-6")
    void post() {
        assertNamed(SCIM.post("/Users?attributes=title,NAME.givenName", body));
        var other = body.replace(name, "2" + name);
        assertRest(
                SCIM.post("/Users?excludedAttributes=title,id,name.givenName,meta,emails", other));
        var third = body.replace(name, "3" + name);
        SCIM.post("/Users?attributes=title&excludedAttributes=name", third)
                .expectError(400, "invalidValue");
        assertThat(SCIM.find("/Users", "userName eq \"3" + name + "\"").totalResults()).isZero();
    }

    @Test
    @Tag("P3.9-7")
    void put() {
        var path = "/Users/" + SCIM.post("/Users", body).expect(201).id();

        assertNamed(SCIM.put(path + "?attributes=title,name.givenName", body));
        assertRest(
                SCIM.put(path + "?excludedAttributes=title,id,name.givenName,meta,emails", body));
    }

    @Test
    @Tag("P3.9-8")
    @Tag("P3.5.2-10")
    void patch() {
        var path = "/Users/" + SCIM.post("/Users", body).expect(201).id();
        var operation = "{\"op\":\"add\",\"path\":\"title\",\"value\":\"T\"}";

        assertNamed(SCIM.patch(path + "?attributes=title,name.givenName", operation));
        assertRest(
                SCIM.patch(
                        path + "?excludedAttributes=title,id,name.givenName,meta,emails",
                        operation));
        var group = "/Groups/" + SCIM.createGroup(name).id();
        var renamed = "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"N" + name + "\"}";
        var shown = SCIM.patch(group + "?attributes=displayName", renamed).expect(200);
        assertThat(shown.body().propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "displayName");
    }

    private static void assertNamed(Answer answer) {
        assertThat(answer.status()).isBetween(200, 201);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "title", "name");
        assertThat(answer.body().path("name").propertyNames()).containsExactly("givenName");
        assertThat(answer.header("Location")).endsWith("/Users/" + answer.id());
        assertThat(answer.header("ETag")).startsWith("W/");
    }

    private static void assertRest(Answer answer) {
        assertThat(answer.status()).isBetween(200, 201);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "userName", "name", "active");
        assertThat(answer.body().path("name").propertyNames()).containsExactly("familyName");
    }
}
