package io.rollbook.standalone.run;

import io.rollbook.standalone.Refusal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * What was started so far. Closed in reverse order, each part even when another one fails; a part
 * that is just starting is waited for and closed too, and nothing starts afterwards.
 */
final class Stack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
        if (closed) {
            throw new Refusal("Stopped while starting.");
        }
        var started = part.get();
        parts.push(started);
        return started;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("A part could not be stopped in order: {}", part, e);
            }
        }
    }
}
