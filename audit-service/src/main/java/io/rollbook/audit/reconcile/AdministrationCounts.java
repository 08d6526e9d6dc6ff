package io.rollbook.audit.reconcile;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Unavailable;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;

/** Asks by {@code GET /counts} of the write side's administration. */
public record AdministrationCounts(ScimEndpoint administration) implements StoreCounts {

    private static final String NAME = "reconciliation-of-the-log";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public Window after(long position) {
        var response =
                administration.handle(
                        ScimRequest.ofService(
                                NAME,
                                ScimMethod.GET,
                                "/counts",
                                "after=" + position,
                                new byte[0],
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant()));
        if (response.status() != 200) {
            throw new Unavailable(
                    "The write side does not count its events",
                    new IOException("status " + response.status()));
        }
        return JSON.readValue(response.body(), Window.class);
    }
}
