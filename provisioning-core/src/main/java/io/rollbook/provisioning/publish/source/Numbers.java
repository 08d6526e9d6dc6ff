package io.rollbook.provisioning.publish.source;

import java.util.HashMap;
import java.util.Map;

/** Gives each event its number: 1, 2, 3 … per tenant and topic. Not thread-safe. */
public final class Numbers {

    private final Map<TopicOfTenant, Long> last;

    public Numbers(Map<TopicOfTenant, Long> last) {
        this.last = new HashMap<>(last);
    }

    public long next(TopicOfTenant stream) {
        return last.merge(stream, 1L, Long::sum);
    }
}
