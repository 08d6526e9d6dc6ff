package io.rollbook.standalone.run;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.standalone.Refusal;

import tools.jackson.databind.json.JsonMapper;

import java.time.InstantSource;
import java.util.UUID;

/** Whether there are tenants, asked within the process: a start waits for the answer. */
record KnownTenants(ScimEndpoint administration) {

    private static final String NAME = "start";

    boolean none() {
        var response =
                administration.handle(
                        ScimRequest.ofService(
                                NAME,
                                ScimMethod.GET,
                                "/tenants",
                                "count=1",
                                new byte[0],
                                UUID.randomUUID().toString(),
                                InstantSource.system().instant()));
        if (response.status() >= 300) {
            throw new Refusal(
                    "The tenants cannot be listed: status %d.".formatted(response.status()));
        }
        return JsonMapper.shared().readTree(response.body()).path("tenants").isEmpty();
    }
}
