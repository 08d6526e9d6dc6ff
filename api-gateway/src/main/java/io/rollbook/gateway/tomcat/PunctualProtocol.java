package io.rollbook.gateway.tomcat;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

import java.time.Duration;

/**
 * HTTP/1.1 that does not wait for the head of a request for ever. The container by itself measures
 * the time between two bytes only, so that a client could hold a connection for days with a byte
 * now and then. Made by the container by name.
 */
public final class PunctualProtocol extends Http11NioProtocol {

    private Duration headWithin = Duration.ofSeconds(20);

    void setHeadWithin(Duration headWithin) {
        this.headWithin = headWithin;
    }

    @Override
    protected Processor createProcessor() {
        return new PunctualProcessor(this, getAdapter(), headWithin);
    }
}
