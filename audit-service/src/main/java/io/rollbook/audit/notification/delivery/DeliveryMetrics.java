package io.rollbook.audit.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches of notices. */
public final class DeliveryMetrics {

    private final MeterRegistry registry;

    public DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var channel : new String[] {"mail", "webhook"}) {
            for (var outcome : new String[] {"delivered", "failed", "given up"}) {
                count(channel, outcome, 0);
            }
        }
    }

    void count(String channel, String outcome) {
        count(channel, outcome, 1);
    }

    private void count(String channel, String outcome, int times) {
        registry.counter(
                        "rollbook.audit.notices",
                        "channel",
                        channel,
                        "outcome",
                        outcome.replace(' ', '_'))
                .increment(times);
    }
}
