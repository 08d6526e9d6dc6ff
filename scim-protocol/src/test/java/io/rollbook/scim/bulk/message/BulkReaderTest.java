package io.rollbook.scim.bulk.message;

import static io.rollbook.scim.bulk.BulkText.accepted;
import static io.rollbook.scim.bulk.BulkText.refused;
import static io.rollbook.scim.bulk.BulkText.user;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.bulk.BulkText;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;

class BulkReaderTest {

    private static final String URN = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    @Test
    @Tag("P3.7-2")
    void readsWhatAnOperationSays() {
        var request =
                accepted(
                        """
                        {"Operations":[{"data":{"userName":"a"},"VERSION":"W/\\"3\\"","bulkId":"q",
                           "path":"Users/7/","method":"patch","unknown":[{}]}],
                         "failOnErrors":2,"more":{"x":[1]},"schemas":["%s","x"]}\
                        """
                                .formatted(URN));

        assertThat(request.failOnErrors()).isEqualTo(2);
        var operation = request.operations().getFirst();
        assertThat(operation.number()).isEqualTo(1);
        assertThat(operation.scimMethod()).contains(ScimMethod.PATCH);
        assertThat(operation.method()).isEqualTo("patch");
        assertThat(operation.path()).isEqualTo("/Users/7");
        assertThat(operation.bulkId()).isEqualTo("q");
        assertThat(operation.version()).isEqualTo("W/\"3\"");
        assertThat(operation.body()).asString(UTF_8).isEqualTo("{\"userName\":\"a\"}");
    }

    @Test
    void withoutFailOnErrorsEverythingIsTried() {
        assertThat(accepted(BulkText.of(user("a"))).failOnErrors()).isEqualTo(BulkRequest.NEVER);
    }

    @Test
    void leavesUnknownMethodsAndPathsToTheirTurn() {
        var operation =
                accepted(BulkText.of("{\"method\":\"FETCH\",\"path\":\"\"}"))
                        .operations()
                        .getFirst();

        assertThat(operation.scimMethod()).isEmpty();
        assertThat(operation.path()).isEqualTo("/");
        assertThat(operation.data()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"schemas\":[\"URN\"],\"Operations\":",
                "{}",
                "{\"schemas\":[\"URN\"]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[]}",
                "{\"schemas\":[\"URN\"],\"Operations\":{}}",
                "{\"schemas\":[\"URN\"],\"Operations\":[1]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP],\"operations\":[OP]}",
                "{\"schemas\":[\"urn:other\"],\"Operations\":[OP]}",
                "{\"Operations\":[OP]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP]} x",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"path\":\"/Users/1\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"DELETE\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":1,\"path\":\"/Users\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\","
                        + "\"bulkId\":\"\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"PUT\",\"path\":\"/Users/1\","
                        + "\"method\":\"DELETE\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"PUT\",\"path\":\"/Users/1\","
                        + "\"data\":{},\"Data\":{}}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[{\"method\":\"PUT\",\"path\":\"/\\ud800\"}]}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP],\"failOnErrors\":0}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP],\"failOnErrors\":1.0}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP],\"failOnErrors\":\"1\"}",
                "{\"schemas\":[\"URN\"],\"Operations\":[OP],\"failOnErrors\":99999999999999999999}"
            })
    @Tag("P3.7-9")
    void refusesWhatIsNoBulkRequest(String body) {
        var operation = "{\"method\":\"DELETE\",\"path\":\"/Users/1\"}";
        var error = refused(BulkText.read(body.replace("URN", URN).replace("OP", operation)));

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @Test
    @Tag("P3.7-2")
    @Tag("P3.7-9")
    void refusesABulkIdThatTwoCreationsHave() {
        assertThat(refused(BulkText.read(BulkText.of(user("a"), user("a")))).detail())
                .contains("Operation 2", "bulkId");
    }

    @Test
    @Tag("P3.7-7")
    void namesTheLimitThatIsExceeded() {
        var limits = new BulkLimits(2, 10_000);
        byte[] many = BulkText.of(user("a"), user("b"), "{not even JSON").getBytes(UTF_8);
        byte[] large = " ".repeat(10_001).getBytes(UTF_8);

        assertThat(refused(BulkReader.read(many, limits)))
                .satisfies(error -> assertThat(error.status()).isEqualTo(413))
                .satisfies(error -> assertThat(error.detail()).contains("maxOperations", "2"));
        assertThat(refused(BulkReader.read(large, limits)))
                .satisfies(error -> assertThat(error.status()).isEqualTo(413))
                .satisfies(error -> assertThat(error.detail()).contains("maxPayloadSize", "10000"));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        var deep = String.join("", Collections.nCopies(10_000, "{\"a\":"));

        var error =
                refused(
                        BulkText.read(
                                BulkText.of(
                                        "{\"method\":\"PUT\",\"path\":\"/Users/1\",\"data\":"
                                                + deep)));

        assertThat(error.scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @Test
    void staysQuickWithAHundredThousandReferences() {
        var members = String.join(",", Collections.nCopies(80_000, "\"bulkId:a\""));
        var request =
                accepted(
                        BulkText.of(
                                user("a"),
                                BulkText.post("/Groups", "g", "{\"members\":[" + members + "]}")));

        assertThat(request.operations().getLast().references()).containsExactly("a");
    }
}
