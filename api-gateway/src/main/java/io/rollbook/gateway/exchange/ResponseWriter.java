package io.rollbook.gateway.exchange;

import io.rollbook.gateway.message.MediaTypes;
import io.rollbook.scim.seam.BodyStream;
import io.rollbook.scim.seam.ScimResponse;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.Map;

/** Puts answers on the wire, each with the same protective headers. */
public final class ResponseWriter {

    private static final int NOT_MODIFIED = 304;

    /** An answer is data about people, never a page: it is not kept, framed, run or guessed at. */
    private static final Map<String, String> PROTECTION =
            Map.of(
                    "Cache-Control", "no-store",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                    "Referrer-Policy", "no-referrer");

    private ResponseWriter() {}

    /**
     * @param secure whether the client came by TLS, here or at a trusted proxy
     */
    public static void write(
            ScimResponse response, String requestId, boolean secure, HttpServletResponse http)
            throws IOException {
        http.setStatus(response.status());
        PROTECTION.forEach(http::setHeader);
        if (secure) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        http.setHeader("X-Request-Id", requestId);
        if (response.status() != NOT_MODIFIED) {
            http.setContentType(MediaTypes.SCIM);
        }
        response.headers().forEach(http::setHeader);
        if (response.stream() != null) {
            stream(response.stream(), http);
        } else if (response.body().length > 0) {
            http.setContentLength(response.body().length);
            http.getOutputStream().write(response.body());
        }
    }

    /** What fails in the middle must not look finished: the container breaks the connection. */
    private static void stream(BodyStream body, HttpServletResponse http) throws IOException {
        try {
            body.writeTo(http.getOutputStream());
        } catch (RuntimeException e) {
            throw new IOException("The body of an answer could not be finished", e);
        }
    }
}
