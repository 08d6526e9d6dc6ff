package io.rollbook.link;

import java.time.Instant;

/** What a service makes of the signature of a message. */
public sealed interface LinkVerdict {

    /**
     * The message is from {@code caller} and unchanged, if its body has the signed digest.
     *
     * @param id unique per message; good until {@code expiresAt}
     */
    record Trusted(String caller, String id, Instant expiresAt, String bodyDigest)
            implements LinkVerdict {

        public boolean covers(byte[] body) {
            return bodyDigest.equals(LinkCall.digest(body));
        }
    }

    /**
     * The message must not be answered.
     *
     * @param reason for the operator's log, not for the caller
     */
    record Refused(String reason) implements LinkVerdict {}
}
