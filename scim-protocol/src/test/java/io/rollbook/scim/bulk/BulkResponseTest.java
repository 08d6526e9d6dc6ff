package io.rollbook.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class BulkResponseTest {

    private static final ScimResponse CREATED =
            new ScimResponse(
                    201,
                    Map.of("Location", "https://h/Users/1", "ETag", "W/\"1\""),
                    "{}".getBytes(UTF_8),
                    List.of());

    @Test
    @Tag("P3.7-1")
    @Tag("P3.7-4")
    void resultsComeInTheOrderOfTheRequest() {
        var operations =
                BulkText.accepted(
                                BulkText.of(
                                        "{\"method\":\"delete\",\"path\":\"/Users/9\"}",
                                        BulkText.user("new"),
                                        BulkText.user("taken")))
                        .operations();
        var gone = new ScimResponse(204, Map.of(), new byte[0], List.of());
        var taken = ScimErrors.response(ScimError.conflict("\"taken\""));

        var response =
                new BulkResponse(
                        List.of(
                                BulkResult.of(operations.get(2), taken, "https://h/Users"),
                                BulkResult.of(operations.get(1), CREATED, "https://h/Users"),
                                BulkResult.of(operations.get(0), gone, "https://h/Users/9")));

        assertThat(new String(response.toBytes(), UTF_8))
                .isEqualTo(
                        """
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkResponse"],"Operations":[\
                        {"method":"delete","location":"https://h/Users/9","status":"204"},\
                        {"method":"POST","bulkId":"new","location":"https://h/Users/1",\
                        "version":"W/\\"1\\"","status":"201"},\
                        {"method":"POST","bulkId":"taken","status":"409","response":\
                        {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"409",\
                        "scimType":"uniqueness","detail":"\\"taken\\""}}]}\
                        """);
    }

    @Test
    @Tag("P3.7-4")
    void whatFailedHasALocationUnlessItShouldHaveBeenMade() {
        var put =
                BulkText.accepted(
                                BulkText.of(
                                        "{\"method\":\"PUT\",\"path\":\"/Users/9\",\"data\":{}}"))
                        .operations()
                        .getFirst();
        var failed = ScimErrors.response(ScimError.notFound("gone"));

        var result = BulkResult.of(put, failed, "https://h/Users/9");

        assertThat(result.failed()).isTrue();
        assertThat(result.location()).isEqualTo("https://h/Users/9");
        assertThat(result.version()).isNull();
    }
}
