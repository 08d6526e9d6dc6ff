package io.rollbook.audit.integrity.retention;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Unavailable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Asks by {@code GET /tenants/{id}/retention} of the write side's administration. */
public record AdministrationKeeping(ScimEndpoint administration) implements StoreKeeping {

    private static final String NAME = "retention-of-the-log";

    @Override
    public Optional<Answer> of(String tenant) {
        var response =
                administration.handle(
                        ScimRequest.ofService(
                                NAME,
                                ScimMethod.GET,
                                "/tenants/" + tenant + "/retention",
                                "",
                                new byte[0],
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant()));
        return switch (response.status()) {
            case 200 -> Optional.of(answer(response.body()));
            case 404 -> Optional.empty();
            default ->
                    throw new Unavailable(
                            "The write side does not say how long the log is kept",
                            new IOException("status " + response.status()));
        };
    }

    private static Answer answer(byte[] body) {
        var json = JsonMapper.shared().readTree(body);
        var days = json.required("days");
        return new Answer(days.isNull() ? null : days.asInt(), !json.required("holds").isEmpty());
    }
}
