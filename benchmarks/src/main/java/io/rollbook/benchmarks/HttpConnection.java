package io.rollbook.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive HTTP/1.1 connection, as cheap as a client can be: the load generator shares two
 * cores with the server, so each cycle that the client takes is missing there. Not thread-safe.
 */
final class HttpConnection implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final String authority;
    private final String prefix;
    private String token;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(URI base, String token) {
        this.authority = base.getAuthority();
        this.prefix = base.getPath().replaceAll("/$", "");
        this.token = token;
        try {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on with this token. */
    void as(String another) {
        token = another;
    }

    Answer send(String method, String path, String body) {
        try {
            var payload = body.getBytes(StandardCharsets.UTF_8);
            var head = head(method, path, payload.length).getBytes(StandardCharsets.ISO_8859_1);
            var message = new byte[head.length + payload.length];
            System.arraycopy(head, 0, message, 0, head.length);
            System.arraycopy(payload, 0, message, head.length, payload.length);
            out.write(message);
            out.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head(String method, String path, int length) {
        var content =
                length == 0
                        ? ""
                        : "Content-Type: application/scim+json\r\nContent-Length: %d\r\n"
                                .formatted(length);
        return "%s %s%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(method, prefix, path, authority, token, content);
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean pending = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            pending |= lower.startsWith("rollbook-visibility:") && lower.contains("pending");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8), pending);
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().trim(), 16);
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server closed the connection");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * @param pending the server answered before reads show the write
     */
    record Answer(int status, String body, boolean pending) {}
}
