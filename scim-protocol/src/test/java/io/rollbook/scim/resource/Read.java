package io.rollbook.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

/** Bodies read under one profile; single quotes stand for double ones. */
record Read(Profile profile) {
    static final Read ENTRA = new Read(Profile.ENTRA);
    static final Read RFC = new Read(Profile.RFC);
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    Complex user(String body) {
        return submission(body, SchemaCatalog.standard().user()).attributes();
    }

    Submission group(String body) {
        return submission(body, SchemaCatalog.standard().group());
    }

    ScimError refusedUser(String body) {
        return refused(body, SchemaCatalog.standard().user());
    }

    ScimError refusedGroup(String body) {
        return refused(body, SchemaCatalog.standard().group());
    }

    Submission submission(String body, ResourceType type) {
        Outcome<Submission> outcome = read(body, type);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Submission>) outcome).value();
    }

    private ScimError refused(String body, ResourceType type) {
        Outcome<Submission> outcome = read(body, type);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Submission>) outcome).error();
    }

    private Outcome<Submission> read(String body, ResourceType type) {
        return ResourceReader.read(json(body).getBytes(UTF_8), type, profile);
    }

    static Complex object(String json) {
        return Json.readObject(json(json).getBytes(UTF_8));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
