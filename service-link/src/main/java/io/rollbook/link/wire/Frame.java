package io.rollbook.link.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A head and a body in one array: the head's length as four bytes, the head, the body. The body
 * needs no escaping and is read without parsing.
 */
record Frame(byte[] head, byte[] body) {

    byte[] toBytes() {
        return ByteBuffer.allocate(Integer.BYTES + head.length + body.length)
                .putInt(head.length)
                .put(head)
                .put(body)
                .array();
    }

    static Frame parse(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw new MalformedMessage("A link message ends before its head");
        }
        int length = ByteBuffer.wrap(bytes).getInt();
        if (length < 0 || length > bytes.length - Integer.BYTES) {
            throw new MalformedMessage("A link message is shorter than its head says");
        }
        int start = Integer.BYTES + length;
        return new Frame(
                Arrays.copyOfRange(bytes, Integer.BYTES, start),
                Arrays.copyOfRange(bytes, start, bytes.length));
    }
}
