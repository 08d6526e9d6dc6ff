package io.rollbook.standalone.run;

import io.rollbook.scim.seam.Readiness;
import io.rollbook.standalone.Refusal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for the services to be ready, however long that takes: after a long absence the projections
 * may have much to catch up with. Says now and then what it waits for.
 */
record ReadinessWait(Stack stack, List<Readiness> services) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessWait.class);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration SAY = Duration.ofSeconds(10);

    void untilReady() {
        var said = System.nanoTime();
        for (var reason = notReady(); reason.isPresent(); reason = notReady()) {
            if (stack.isClosed()) {
                throw new Refusal("Stopped while starting.");
            }
            if (System.nanoTime() - said > SAY.toNanos()) {
                LOG.warn("Not ready yet: {}", reason.get());
                said = System.nanoTime();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private Optional<String> notReady() {
        return services.stream()
                .map(Readiness::notReadyBecause)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
