package io.rollbook.gateway.door;

import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.scim.extension.LeasedCatalogs;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds the answer to a change of a tenant's schemas until every instance knows it: first until
 * reads can show it, then as long as anybody may still use what was known before. So the very next
 * request after the answer, wherever it is served, goes by the new schemas.
 */
public final class SettledSchemas {

    private final VisibleWrites visible;
    private final Duration settling;

    public SettledSchemas(VisibleWrites visible) {
        this(visible, LeasedCatalogs.SETTLED);
    }

    SettledSchemas(VisibleWrites visible, Duration settling) {
        this.visible = visible;
        this.settling = settling;
    }

    ScimResponse hold(Exchange exchange, Caller operator, ScimResponse response) {
        if (response.written().isEmpty()) {
            return response;
        }
        // A tenant's schemas go by its own id.
        var ofTenant =
                new Caller(
                        response.written().getFirst().resourceId(),
                        operator.profile(),
                        operator.connectionId(),
                        operator.tokenId(),
                        operator.roles());
        ScimResponse held = visible.hold(ofTenant, exchange.requestId(), response);
        settle();
        return held;
    }

    private void settle() {
        long end = System.nanoTime() + settling.toNanos();
        long left = settling.toNanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
