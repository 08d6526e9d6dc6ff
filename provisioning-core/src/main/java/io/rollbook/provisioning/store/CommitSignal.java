package io.rollbook.provisioning.store;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells who wants to know that events of this process were committed. Listeners run on the writing
 * thread and must return at once. Thread-safe.
 */
public final class CommitSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Within a transaction: as soon as it has been committed. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        listeners.forEach(Runnable::run);
                    }
                });
    }
}
