package io.rollbook.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.QueryParameters;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class SearchRequestTest {
    private static final String SCHEMAS = "\"schemas\":[\"" + SearchRequest.SCHEMA + "\"]";

    @Test
    @Tag("P3.4.3-2")
    @Tag("Q3-1")
    @Tag("P3.9-9")
    void theMessageSaysWhatTheQuerySays() {
        var body =
                """
                {%s, "filter": "userName sw \\"a\\"", "sortBy": "name.familyName",
                 "sortOrder": "descending", "startIndex": 11, "count": 5, "cursor": "c",
                 "attributes": ["userName", "name.givenName"], "excludedAttributes": ["members"]}
                """
                        .formatted(SCHEMAS);
        var query =
                "filter=userName+sw+%22a%22&sortBy=name.familyName&sortOrder=descending"
                        + "&startIndex=11&count=5&cursor=c"
                        + "&attributes=userName,name.givenName&excludedAttributes=members";

        assertThat(read(body))
                .isEqualTo(Outcome.accepted(SearchRequest.of(QueryParameters.parse(query))))
                .isEqualTo(
                        Outcome.accepted(
                                new SearchRequest(
                                        "userName sw \"a\"",
                                        "name.familyName",
                                        "descending",
                                        "11",
                                        "5",
                                        "c",
                                        "userName,name.givenName",
                                        "members")));
    }

    @Test
    void namesInAnyCaseNullsAndUnknownMembersDoNotMatter() {
        var nothing = new SearchRequest(null, null, null, null, null, null, null, null);

        assertThat(read("{" + SCHEMAS + "}")).isEqualTo(Outcome.accepted(nothing));
        assertThat(
                        read(
                                """
                                {%s, "filter": null, "cursor": null, "attributes": null,
                                 "other": {"filter": [1, {"count": 2}]}}
                                """
                                        .formatted(SCHEMAS)))
                .isEqualTo(Outcome.accepted(nothing));
        assertThat(read("{\"COUNT\":-3," + SCHEMAS.replace("schemas", "Schemas") + "}"))
                .isEqualTo(
                        Outcome.accepted(
                                new SearchRequest(null, null, null, null, "-3", null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                  | INVALID_SYNTAX | 'schemas' does not name
                    {"schemas":["urn:x"]}               | INVALID_SYNTAX | 'schemas' does not name
                    {"schemas":"urn:x"}                 | INVALID_SYNTAX | 'schemas' is not an array
                    []                                  | INVALID_SYNTAX | not a JSON object
                    {SCHEMAS,"filter":5}                | INVALID_SYNTAX | 'filter' is not a string
                    {SCHEMAS,"sortBy":["a"]}            | INVALID_SYNTAX | 'sortBy' is not a string
                    {SCHEMAS,"cursor":true}             | INVALID_SYNTAX | 'cursor' is not a string
                    {SCHEMAS,"attributes":"a,b"}        | INVALID_SYNTAX | 'attributes' is not an array
                    {SCHEMAS,"attributes":[["a"]]}      | INVALID_SYNTAX | 'attributes' is not an array
                    {SCHEMAS,"count":1,"COUNT":2}       | INVALID_SYNTAX | 'COUNT' is given twice
                    {SCHEMAS,"count":1.0}               | INVALID_VALUE  | 'count' is not an integer
                    {SCHEMAS,"count":"5"}               | INVALID_VALUE  | 'count' is not an integer
                    {SCHEMAS,"startIndex":1e3}          | INVALID_VALUE  | 'startIndex' is not an integer
                    {SCHEMAS                            | INVALID_SYNTAX | not valid JSON
                    """)
    void refusesWhatIsNoSearchRequest(String body, ScimType scimType, String detail) {
        assertThat(read(body.replace("SCHEMAS", SCHEMAS)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> {
                            ScimError error = refused.error();
                            assertThat(error.status()).isEqualTo(400);
                            assertThat(error.scimType()).isEqualTo(scimType);
                            assertThat(error.detail()).contains(detail);
                        });
    }

    private static Outcome<SearchRequest> read(String body) {
        return SearchRequest.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
