package io.rollbook.audit.graph.download;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes. */
final class Counted extends FilterOutputStream {

    private long bytes;

    Counted(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
        out.write(b, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }
}
