package io.rollbook.scim.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.io.JsonStringEncoder;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The answer to a query (RFC 7644 §3.4.2). Resources come rendered and are only put together.
 *
 * @param totalResults all matches, whatever part is shown
 * @param startIndex of the first one shown, from 1
 * @param nextCursor where the next page starts (RFC 9865 §2); null on the last page and when pages
 *     are asked for by index
 * @param resources JSON of each, ready to be sent
 */
public record ListResponse(
        long totalResults, int startIndex, @Nullable String nextCursor, List<byte[]> resources) {

    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final byte[] END = "]}".getBytes(UTF_8);

    public ListResponse {
        resources = List.copyOf(resources);
    }

    public static ListResponse page(long totalResults, int startIndex, List<byte[]> resources) {
        return new ListResponse(totalResults, startIndex, null, resources);
    }

    /** Everything at once, as discovery answers. */
    public static ListResponse all(List<byte[]> resources) {
        return page(resources.size(), 1, resources);
    }

    public byte[] toBytes() {
        byte[] head = head().getBytes(UTF_8);
        int size = head.length + Math.max(resources.size() - 1, 0) + END.length;
        for (byte[] resource : resources) {
            size += resource.length;
        }
        ByteBuffer json = ByteBuffer.allocate(size).put(head);
        for (int i = 0; i < resources.size(); i++) {
            if (i > 0) {
                json.put((byte) ',');
            }
            json.put(resources.get(i));
        }
        return json.put(END).array();
    }

    private String head() {
        String cursor =
                nextCursor == null
                        ? ""
                        : ",\"nextCursor\":\"%s\""
                                .formatted(new String(ENCODER.quoteAsCharArray(nextCursor)));
        return "{\"schemas\":[\"%s\"],\"totalResults\":%d,\"startIndex\":%d,\"itemsPerPage\":%d%s,\"Resources\":["
                .formatted(SCHEMA, totalResults, startIndex, resources.size(), cursor);
    }
}
