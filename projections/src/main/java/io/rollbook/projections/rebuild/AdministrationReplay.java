package io.rollbook.projections.rebuild;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import java.time.InstantSource;
import java.util.UUID;

/** Asks by {@code POST /replays} of the write side's administration. */
public record AdministrationReplay(ScimEndpoint administration) implements ReplayRequest {

    private static final String NAME = "rebuild-of-projections";

    @Override
    public void replayTo(String topic) {
        var response =
                administration.handle(
                        ScimRequest.ofService(
                                NAME,
                                ScimMethod.POST,
                                "/replays",
                                "",
                                Json.write(Complex.of("topic", new Text(topic))),
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant()));
        if (response.status() >= 300) {
            throw new RebuildFailure(
                    "The write side refused to replay its events with status %d."
                            .formatted(response.status()));
        }
    }
}
