package io.rollbook.link.server;

import io.rollbook.link.FaultTrace;
import io.rollbook.link.LinkVerdict;
import io.rollbook.link.LinkVerifier;
import io.rollbook.link.ReplayGuard;
import io.rollbook.link.wire.MalformedMessage;
import io.rollbook.scim.seam.Unavailable;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Lets signed messages through, once each where that matters, and turns faults into statuses. */
final class LinkGuard {

    private static final Logger LOG = LoggerFactory.getLogger(LinkGuard.class);
    private static final String SCHEME = "Bearer ";

    private final LinkVerifier verifier;
    private final ReplayGuard replays;
    private final int maxMessage;

    LinkGuard(LinkVerifier verifier, ReplayGuard replays, int maxMessage) {
        this.verifier = verifier;
        this.replays = replays;
        this.maxMessage = maxMessage;
    }

    /** What is done with a message that is proved to be from another service. */
    @FunctionalInterface
    interface Work {
        ServerResponse answer(LinkVerdict.Trusted sender, byte[] message) throws IOException;
    }

    ServerResponse admit(ServerRequest request, Work work) throws IOException {
        HttpServletRequest http = request.servletRequest();
        return switch (judge(http)) {
            case LinkVerdict.Refused(var reason) -> refuse(http, reason);
            case LinkVerdict.Trusted sender -> answer(http, sender, work);
        };
    }

    /** Whether this is the first time that the message is seen. */
    boolean firstTime(LinkVerdict.Trusted sender) {
        return replays.firstTime(sender);
    }

    static ServerResponse refuse(HttpServletRequest http, String reason) {
        LOG.warn("Refused a message at {}: {}", http.getServletPath(), reason);
        return ServerResponse.status(401).build();
    }

    private LinkVerdict judge(HttpServletRequest http) {
        String authorization = http.getHeader("Authorization");
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return new LinkVerdict.Refused("no signature");
        }
        return verifier.verify(
                authorization.substring(SCHEME.length()),
                http.getMethod(),
                http.getRequestURI(),
                Objects.requireNonNullElse(http.getQueryString(), ""));
    }

    private ServerResponse answer(HttpServletRequest http, LinkVerdict.Trusted sender, Work work)
            throws IOException {
        byte[] message = http.getInputStream().readNBytes(maxMessage + 1);
        if (message.length > maxMessage) {
            return ServerResponse.status(413).build();
        }
        if (!sender.covers(message)) {
            return refuse(http, "signed for another body");
        }
        try {
            return work.answer(sender, message);
        } catch (MalformedMessage e) {
            LOG.warn(
                    "{} sent a message that cannot be read: {}", sender.caller(), FaultTrace.of(e));
            return ServerResponse.badRequest().build();
        } catch (Unavailable e) {
            LOG.warn("Not available: {}: {}", e.getMessage(), FaultTrace.of(e));
            return ServerResponse.status(503)
                    .body(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            LOG.error("A message from {} failed: {}", sender.caller(), FaultTrace.of(e));
            return ServerResponse.status(500).build();
        }
    }
}
