package io.rollbook.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.bulk.message.BulkOperation;
import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class PromisedIdsTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    @Tag("P3.7-5")
    void stringsThatAreReferencesBecomeIds() {
        assertThat(resolved("{\"a\":{\"b\":[\"bulkId:x\", {\"c\" : \"bulkId:x\"}]}}"))
                .isEqualTo("{\"a\":{\"b\":[\"id-1\", {\"c\" : \"id-1\"}]}}");
        assertThat(resolved("{\"a\":\"see bulkId:x\",\"bulkId:x\":1.50,\"a\":[1e400,null]}"))
                .isEqualTo("{\"a\":\"see bulkId:x\",\"bulkId:x\":1.50,\"a\":[1e400,null]}");
        assertThat(resolved("{\"é\\u00e9😀\":\"\\u0062ulkId:x\",\"b\":\"ü\"}"))
                .isEqualTo("{\"é\\u00e9😀\":\"id-1\",\"b\":\"ü\"}");
    }

    @Test
    @Tag("P3.7-5")
    void locationsKeepWhatStandsBeforeTheReference() {
        assertThat(resolved("{\"$ref\":\"bulkId:x\"}")).isEqualTo("{\"$ref\":\"id-1\"}");
        assertThat(resolved("{\"$REF\":\"https://h/scim/v2/Users/bulkId:x\"}"))
                .isEqualTo("{\"$REF\":\"https://h/scim/v2/Users/id-1\"}");
        assertThat(resolved("{\"$ref\":\"../Users/bulkId:x\"}"))
                .isEqualTo("{\"$ref\":\"../Users/id-1\"}");
    }

    @Test
    @Tag("P3.7-5")
    void pathsOfPatchesNameIds() {
        assertThat(
                        resolved(
                                "{\"Operations\":[{\"path\":\"members[value eq \\\"bulkId:x\\\""
                                        + " or value eq \\\"bulkId:x\\\"]\"}]}"))
                .isEqualTo(
                        "{\"Operations\":[{\"path\":\"members[value eq \\\"id-1\\\""
                                + " or value eq \\\"id-1\\\"]\"}]}");
    }

    @Test
    @Tag("P3.7-5")
    void thePathOfAnOperationNamesIds() {
        var request =
                BulkText.accepted(
                        BulkText.of(
                                BulkText.user("x"),
                                "{\"method\":\"DELETE\",\"path\":\"Users//bulkId:x/\"}"));
        var ids = ids(request.operations());

        assertThat(ids.resolve(request.operations().getLast()))
                .extracting(outcome -> ((Outcome.Accepted<PromisedIds.Resolved>) outcome).value())
                .extracting(PromisedIds.Resolved::path)
                .isEqualTo("/Users/id-1");
        assertThat(ids.of(request.operations().getFirst())).isEqualTo("id-1");
    }

    @Test
    @Tag("P3.7-6")
    void whatLeadsNowhereIsAConflict() {
        var request = BulkText.accepted(BulkText.of(BulkText.user("a", "b"), BulkText.user("b")));
        var ids = ids(request.operations());
        var unknown = BulkText.accepted(BulkText.of(BulkText.user("a", "elsewhere")));

        assertThat(ids.resolve(request.operations().getFirst()))
                .isInstanceOf(Outcome.Accepted.class);
        ids.breakThatOf(request.operations().getLast());
        assertThat(BulkText.refused(ids.resolve(request.operations().getFirst())).status())
                .isEqualTo(409);
        var refusal =
                BulkText.refused(
                        ids(unknown.operations()).resolve(unknown.operations().getFirst()));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.detail()).contains("bulkId:elsewhere");
    }

    @Test
    void referencesThatCannotBeWrittenStayAsTheyAre() {
        assertThat(resolved("{\"a\":\"bulkId:\\ud800\"}")).isEqualTo("{\"a\":\"bulkId:\\ud800\"}");
    }

    /** What becomes of the data of an operation beside a creation x. */
    private String resolved(String data) {
        made.set(0);
        var request =
                BulkText.accepted(
                        BulkText.of(
                                BulkText.user("x"),
                                "{\"method\":\"PATCH\",\"path\":\"/Users/1\",\"data\":"
                                        + data
                                        + "}"));
        return switch (ids(request.operations()).resolve(request.operations().getLast())) {
            case Outcome.Accepted<PromisedIds.Resolved>(var resolved) ->
                    new String(resolved.body(), UTF_8);
            case Outcome.Refused<PromisedIds.Resolved>(var error) -> error.detail();
        };
    }

    private PromisedIds ids(List<BulkOperation> operations) {
        return new PromisedIds(operations, () -> "id-" + made.incrementAndGet());
    }
}
