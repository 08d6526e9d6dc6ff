package io.rollbook.projections.cursor;

import io.rollbook.projections.order.Position;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * What a cursor says to those who can open it.
 *
 * @param count how large pages were agreed to be
 * @param shown how many resources were on the pages before
 * @param total how many there were when the first page was read
 * @param position behind which the next page begins
 */
public record CursorContent(Instant madeAt, int count, long shown, long total, Position position) {

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(madeAt.toEpochMilli());
            out.writeInt(count);
            out.writeLong(shown);
            out.writeLong(total);
            out.writeUTF(position.id());
            var key = position.key();
            out.writeBoolean(key != null);
            if (key != null) {
                out.writeUTF(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The inverse of {@link #toBytes}, for bytes that are known to be ours. */
    static CursorContent of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var madeAt = Instant.ofEpochMilli(in.readLong());
            int count = in.readInt();
            long shown = in.readLong();
            long total = in.readLong();
            var id = in.readUTF();
            var key = in.readBoolean() ? in.readUTF() : null;
            return new CursorContent(madeAt, count, shown, total, new Position(key, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
