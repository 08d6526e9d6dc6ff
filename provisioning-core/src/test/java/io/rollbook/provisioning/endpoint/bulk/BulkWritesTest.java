package io.rollbook.provisioning.endpoint.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.scim.bulk.message.BulkLimits;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class BulkWritesTest {

    private static final Caller CALLER = new Caller("t", Profile.RFC, "c", "k", Set.of(Role.SCIM));

    private final BulkWrites bulk =
            new BulkWrites(BulkLimits.STANDARD, TenantCatalogs.STANDARD, () -> "new");
    private final List<Integer> tried = new ArrayList<>();

    @Test
    void whatWasDoneIsAnsweredWhenTheStoreGoesAway() {
        var response = answer(3);

        assertThat(Json.of(response.body()).path("Operations").valueStream())
                .extracting(result -> result.path("status").asString())
                .containsExactly("204", "204", "503", "503", "503");
        assertThat(response.written()).containsExactly(new Written("1", 1), new Written("2", 2));
        assertThat(tried).containsExactly(1, 2, 3);
    }

    @Test
    void nothingIsAnsweredWhenNothingCouldBeTried() {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> answer(1));
    }

    /** The store is away from this operation on. */
    private ScimResponse answer(int awayFrom) {
        var operations =
                List.of(1, 2, 3, 4, 5).stream().map(i -> Bulk.delete("/Users/" + i)).toList();
        var request =
                Requests.of(
                        CALLER,
                        ScimMethod.POST,
                        "/Bulk",
                        """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
                         "Operations":[%s]}\
                        """
                                .formatted(String.join(",", operations)));
        return switch (bulk.carryOut(request, (part, id) -> deleted(part, awayFrom))) {
            case Outcome.Accepted<ScimResponse>(var response) -> response;
            case Outcome.Refused<ScimResponse>(var error) ->
                    throw new AssertionError(error.detail());
        };
    }

    private ScimResponse deleted(ScimRequest part, int awayFrom) {
        tried.add(part.operation());
        if (part.operation() >= awayFrom) {
            throw new Unavailable("away", new IllegalStateException());
        }
        var written = new Written(part.path().substring("/Users/".length()), part.operation());
        return new ScimResponse(204, Map.of(), new byte[0], List.of(written));
    }
}
