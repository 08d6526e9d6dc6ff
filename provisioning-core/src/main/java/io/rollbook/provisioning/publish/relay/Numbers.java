package io.rollbook.provisioning.publish.relay;

import java.util.HashMap;
import java.util.Map;

/** Gives each event its number: 1, 2, 3 … per tenant and topic. Not thread-safe. */
final class Numbers {

    private final Map<TopicOfTenant, Long> last;

    Numbers(Map<TopicOfTenant, Long> last) {
        this.last = new HashMap<>(last);
    }

    long next(TopicOfTenant stream) {
        return last.merge(stream, 1L, Long::sum);
    }
}
