package io.rollbook.scim.message;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class MessagesTest {

    @Test
    @Tag("Trap-1")
    void writesTheStatusOfAnErrorAsAString() {
        ScimResponse response =
                ScimErrors.response(ScimError.badRequest(ScimType.INVALID_VALUE, "No \"x\"."));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("Content-Type", "application/scim+json");
        assertThat(new String(response.body(), UTF_8))
                .isEqualTo(
                        """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400",\
                        "scimType":"invalidValue","detail":"No \\"x\\"."}\
                        """);
    }

    @Test
    void leavesTheKeywordOutWhereThereIsNone() {
        ScimResponse response =
                ScimErrors.response(ScimError.of(503, "Later."), Map.of("Retry-After", "5"));

        assertThat(response.headers()).containsEntry("Retry-After", "5");
        assertThat(new String(response.body(), UTF_8)).doesNotContain("scimType");
    }

    @Test
    @Tag("P3.4.2-2")
    @Tag("P3.1-1")
    @Tag("Trap-3")
    void alwaysWritesEveryMemberOfAList() {
        assertThat(new String(ListResponse.page(0, 1, List.of()).toBytes(), UTF_8))
                .isEqualTo(
                        """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],\
                        "totalResults":0,"startIndex":1,"itemsPerPage":0,"Resources":[]}\
                        """);
    }

    @Test
    @Tag("P3.4.2-3")
    @Tag("Trap-4")
    void countsTheItemsOfThisPage() {
        ListResponse list =
                new ListResponse(
                        120,
                        11,
                        "c-2",
                        List.of("{\"id\":1}".getBytes(UTF_8), "{}".getBytes(UTF_8)));

        assertThat(new String(list.toBytes(), UTF_8))
                .endsWith(
                        """
                        "totalResults":120,"startIndex":11,"itemsPerPage":2,"nextCursor":"c-2",\
                        "Resources":[{"id":1},{}]}\
                        """);
    }
}
