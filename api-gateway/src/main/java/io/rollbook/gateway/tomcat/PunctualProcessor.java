package io.rollbook.gateway.tomcat;

import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

import java.io.IOException;
import java.time.Duration;

/**
 * Closes a connection whose request head has not arrived in time. Looked at whenever bytes arrive;
 * when none do, the container's own time-out ends the connection. Used by one thread at a time.
 */
final class PunctualProcessor extends Http11Processor {

    private final long headWithinNanos;
    private boolean waiting;
    private long waitingSince;

    PunctualProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, Duration headWithin) {
        super(protocol, adapter);
        this.headWithinNanos = headWithin.toNanos();
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (waiting && System.nanoTime() - waitingSince > headWithinNanos) {
            waiting = false;
            return SocketState.CLOSED;
        }
        SocketState state = super.service(socket);
        // LONG: the head is not complete, and the processor stays with its connection.
        boolean incomplete = state == SocketState.LONG;
        if (incomplete && !waiting) {
            waitingSince = System.nanoTime();
        }
        waiting = incomplete;
        return state;
    }
}
