package io.rollbook.audit.integrity.retention;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.Unavailable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks by {@code GET /tenants/{id}/retention} of the write side's administration. */
public record AdministrationKeeping(ScimEndpoint administration) implements StoreKeeping {

    private static final String NAME = "retention-of-the-log";

    @Override
    public Optional<Answer> of(String tenant) {
        var caller = new Caller("", Profile.RFC, NAME, NAME, Set.of(Role.ADMIN));
        var response =
                administration.handle(
                        new ScimRequest(
                                ScimMethod.GET,
                                "/tenants/" + tenant + "/retention",
                                "",
                                Map.of(),
                                new byte[0],
                                caller,
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant(),
                                "",
                                null));
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
