package io.rollbook.audit.reconcile;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Unavailable;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Asks by {@code GET /counts} of the write side's administration. */
public record AdministrationCounts(ScimEndpoint administration) implements StoreCounts {

    private static final String NAME = "reconciliation-of-the-log";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public Window after(long position) {
        var caller = new Caller("", Profile.RFC, NAME, NAME, Set.of(Role.ADMIN));
        var response =
                administration.handle(
                        new ScimRequest(
                                ScimMethod.GET,
                                "/counts",
                                "after=" + position,
                                Map.of(),
                                new byte[0],
                                caller,
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant(),
                                "",
                                null));
        if (response.status() != 200) {
            throw new Unavailable(
                    "The write side does not count its events",
                    new IOException("status " + response.status()));
        }
        return JSON.readValue(response.body(), Window.class);
    }
}
