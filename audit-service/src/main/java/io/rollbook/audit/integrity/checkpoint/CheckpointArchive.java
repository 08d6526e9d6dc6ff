package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.verify.sign.VerifyingKey;

import java.io.IOException;
import java.util.Optional;

/**
 * A second place for what is signed, which the database's operators should not be able to change: a
 * folder on another machine, a bucket with object lock. What is in it is never replaced.
 */
public interface CheckpointArchive {

    /** Empty when it is not there. */
    Optional<String> find(String tenant, long number) throws IOException;

    /**
     * Keeps a checkpoint for good.
     *
     * @param signed one line of JSON
     * @throws IOException also when there is one of this number already
     */
    void keep(String tenant, long number, String signed) throws IOException;

    /**
     * Keeps the record of a purge for good; it may be there already.
     *
     * @param last the number up to which the stream was purged
     * @throws IOException also when there is another one of this number
     */
    void keepPurge(String tenant, String stream, long last, String signed) throws IOException;

    /** Keeps a public key, which may be there already. */
    void keep(VerifyingKey key) throws IOException;
}
