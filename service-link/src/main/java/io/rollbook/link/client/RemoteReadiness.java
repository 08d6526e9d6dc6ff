package io.rollbook.link.client;

import io.rollbook.link.LinkPaths;
import io.rollbook.link.wire.ReadinessAnswer;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.Unavailable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The readiness of another process; one that cannot be asked is not ready. */
public final class RemoteReadiness implements Readiness {

    private final LinkClient client;
    private final Duration timeout;

    public RemoteReadiness(LinkClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public Optional<String> notReadyBecause() {
        try {
            byte[] answer = client.call(LinkPaths.READINESS, new byte[0], Repeat.SAFE, timeout);
            List<String> reasons = WireJson.read(answer, ReadinessAnswer.class).reasons();
            return reasons.isEmpty()
                    ? Optional.empty()
                    : Optional.of(client.service() + ": " + String.join(" ", reasons));
        } catch (Unavailable | LinkFault e) {
            return Optional.of(e.getMessage() + ".");
        }
    }
}
