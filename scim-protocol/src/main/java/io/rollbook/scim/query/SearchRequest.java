package io.rollbook.scim.query;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.message.RequestBody;

import org.jspecify.annotations.Nullable;

/**
 * A query as it was sent, in the parameters of a GET or in the body of a POST to {@code .search}
 * (RFC 7644 §3.4.2, §3.4.3); null is what was not asked for.
 *
 * @param startIndex digits, unless the client is wrong; likewise {@code count}
 * @param cursor empty to begin (RFC 9865 §2); null when pages are asked for by index
 * @param attributes names separated by commas; likewise {@code excludedAttributes}
 */
public record SearchRequest(
        @Nullable String filter,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable String startIndex,
        @Nullable String count,
        @Nullable String cursor,
        @Nullable String attributes,
        @Nullable String excludedAttributes) {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    public static SearchRequest of(QueryParameters query) {
        return new SearchRequest(
                query.get("filter"),
                query.get("sortBy"),
                query.get("sortOrder"),
                query.get("startIndex"),
                query.get("count"),
                query.get("cursor"),
                query.get("attributes"),
                query.get("excludedAttributes"));
    }

    /**
     * Reads the message of {@code .search}. What is not one is refused with {@code invalidSyntax},
     * a number that is none with {@code invalidValue}; members that nobody knows do not matter.
     */
    public static Outcome<SearchRequest> read(byte[] body) {
        return RequestBody.readObject(body, parser -> new SearchMessage(parser).read());
    }
}
