package io.rollbook.provisioning.publish.relay;

import java.time.Duration;

/**
 * How the relay paces itself.
 *
 * @param poll how long it sleeps when nobody wakes it: what another process stores is seen then
 * @param save how often the position is saved at most
 * @param retry how long it waits after a failure, and between two looks at a taken lock
 */
public record RelaySettings(Duration poll, Duration save, Duration retry) {}
