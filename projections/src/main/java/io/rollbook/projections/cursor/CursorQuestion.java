package io.rollbook.projections.cursor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The question that a cursor belongs to: asked by another tenant, of other resources, with another
 * filter or order, the cursor is none. What is shown of the resources may change from page to page.
 *
 * @param endpoint whose resources, e.g. {@code /Users}
 * @param filter as it was sent; empty for none
 * @param order everything that decides about the order, as text
 */
public record CursorQuestion(String tenantId, String endpoint, String filter, String order) {

    /** Different for different questions. */
    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var part : List.of(tenantId, endpoint, filter, order)) {
                var encoded = part.getBytes(UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "CursorQuestion[" + endpoint + "]";
    }
}
