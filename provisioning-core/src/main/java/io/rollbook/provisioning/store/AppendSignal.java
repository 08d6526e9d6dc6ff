package io.rollbook.provisioning.store;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells who wants to know that a transaction of this process which appended events has ended:
 * committed, so that they can be read, or rolled back, so that they will never be. Listeners run on
 * the writing thread and must return at once. Thread-safe.
 */
public final class AppendSignal {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void subscribe(Runnable listener) {
        listeners.add(listener);
    }

    /** Within a transaction: as soon as it has ended. */
    void whenTransactionEnds() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        listeners.forEach(Runnable::run);
                    }
                });
    }
}
