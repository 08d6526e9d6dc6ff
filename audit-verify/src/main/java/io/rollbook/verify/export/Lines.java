package io.rollbook.verify.export;

import io.rollbook.verify.merkle.Hash;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a file, a few at a time, and the hash of its bytes in the end. */
final class Lines implements AutoCloseable {

    /** No event of ours comes near it; a file that is one line must not fill the memory. */
    static final int LONGEST = 64 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long count;

    Lines(Path file) throws IOException {
        this.digest = sha256();
        this.in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest);
    }

    /** The next lines, until there are as many, or as many bytes; empty at the end. */
    List<byte[]> next(int lines, long bytes) throws IOException {
        var batch = new ArrayList<byte[]>();
        long size = 0;
        while (batch.size() < lines && size < bytes) {
            var line = next();
            if (line == null) {
                break;
            }
            batch.add(line);
            size += line.length;
        }
        return batch;
    }

    private byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            if (at == end) {
                end = in.read(buffer);
                at = 0;
                if (end < 0) {
                    end = 0;
                    return begun == null ? null : counted(begun.toByteArray());
                }
            }
            int newline = at;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            if (newline < end && begun == null) {
                var line = Arrays.copyOfRange(buffer, at, newline);
                at = newline + 1;
                return counted(line);
            }
            begun = begun == null ? new ByteArrayOutputStream() : begun;
            begun.write(buffer, at, newline - at);
            if (begun.size() > LONGEST) {
                throw new IOException("A line is longer than " + LONGEST + " bytes.");
            }
            at = newline < end ? newline + 1 : newline;
            if (newline < end) {
                return counted(begun.toByteArray());
            }
        }
    }

    private byte[] counted(byte[] line) {
        count++;
        return line;
    }

    long count() {
        return count;
    }

    /** Of all bytes that were read. */
    Hash sha256OfAll() {
        return Hash.fromBytes(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
