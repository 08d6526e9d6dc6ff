package io.rollbook.audit.synchronization.job;

import io.rollbook.audit.entry.ErrorCode;

import java.time.Instant;

/** Something that an administrator is told about, once. */
public sealed interface Occasion {

    /** When it happened. */
    Instant at();

    /** The same for the same occasion of a connection, however often it is derived. */
    String key();

    /** It got into quarantine, or is there for another reason from now on. */
    record Entered(Quarantine quarantine) implements Occasion {

        @Override
        public Instant at() {
            return quarantine.currentBegan();
        }

        @Override
        public String key() {
            return "entered/" + quarantine.seriesBegan() + "/" + quarantine.seriesCount();
        }
    }

    /** It got out of quarantine. */
    record Left(Quarantine quarantine, Instant at) implements Occasion {

        @Override
        public String key() {
            return "left/" + quarantine.seriesBegan();
        }
    }

    /** The first request of a cycle was refused; those that follow are not told. */
    record FirstFailure(Cycle cycle, Write write, ErrorCode error) implements Occasion {

        @Override
        public Instant at() {
            return write.at();
        }

        @Override
        public String key() {
            return "failure/" + cycle.id();
        }
    }

    /** A cycle took the access of as many as are an alarm. */
    record MassDeletion(Cycle cycle, int threshold, Instant at) implements Occasion {

        @Override
        public String key() {
            return "deletions/" + cycle.id();
        }
    }
}
