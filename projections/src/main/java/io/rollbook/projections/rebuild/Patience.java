package io.rollbook.projections.rebuild;

import java.time.Duration;

/** Ends a wait in which nothing moves any more. */
final class Patience {

    private final Duration longest;
    private long lastMove = System.nanoTime();

    Patience(Duration longest) {
        this.longest = longest;
    }

    void moved() {
        lastMove = System.nanoTime();
    }

    /**
     * @throws RebuildFailure when nothing has moved for too long
     */
    void check(String waitingFor) {
        if (System.nanoTime() - lastMove > longest.toNanos()) {
            throw new RebuildFailure(
                    "Waited %d seconds in vain for %s.".formatted(longest.toSeconds(), waitingFor));
        }
    }
}
