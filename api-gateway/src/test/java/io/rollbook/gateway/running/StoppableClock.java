package io.rollbook.gateway.running;

import io.github.bucket4j.TimeMeter;

import org.jspecify.annotations.Nullable;

/** The clock of limits, until it is stopped: from then on nobody earns a request. */
public final class StoppableClock implements TimeMeter {

    private volatile @Nullable Long stopped;

    public void stop() {
        stopped = System.nanoTime();
    }

    @Override
    public long currentTimeNanos() {
        Long since = stopped;
        return since == null ? System.nanoTime() : since;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
