package io.rollbook.scim.extension;

import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * Keeps each tenant's catalog for a short time that everybody knows. Whoever changes a schema waits
 * that long before saying so: then no instance uses an older catalog any more, however many there
 * are and without a word between them. Thread-safe.
 *
 * <p>The time runs from before the question to the store, not from its answer.
 */
public final class LeasedCatalogs implements TenantCatalogs {
    /** How long a catalog is used without looking whether there is a newer one. */
    public static final Duration LEASE = Duration.ofSeconds(1);

    /**
     * After this time nobody uses an older catalog; more than the lease, for clocks that differ.
     */
    public static final Duration SETTLED = LEASE.plusMillis(200);

    private static final int SWEPT_AT = 20_000;

    private final Source source;
    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<String, Lease> leases = new ConcurrentHashMap<>();

    /** Where schemas are stored. */
    @FunctionalInterface
    public interface Source {

        /**
         * @param known what was known so far; to be given back when nothing changed
         * @throws io.rollbook.scim.seam.Unavailable when it cannot be known
         */
        StoredCatalog read(String tenantId, StoredCatalog known);
    }

    private record Lease(long since, FutureTask<StoredCatalog> reading) {}

    public LeasedCatalogs(Source source) {
        this(source, System::nanoTime);
    }

    LeasedCatalogs(Source source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public SchemaCatalog of(String tenantId) {
        Lease lease = leases.get(tenantId);
        if (lease == null || isOver(lease)) {
            if (leases.size() > SWEPT_AT) {
                leases.values().removeIf(this::isOver);
            }
            lease = leases.compute(tenantId, this::renewed);
            // Asked outside of the map: a slow store must not hold up other tenants.
            lease.reading().run();
        }
        return resultOf(tenantId, lease).catalog();
    }

    private StoredCatalog resultOf(String tenantId, Lease lease) {
        try {
            return lease.reading().get();
        } catch (ExecutionException e) {
            leases.remove(tenantId, lease);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The tenant's schemas cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while reading the tenant's schemas", e);
        }
    }

    /** Whoever comes second waits for the question of the first. */
    private Lease renewed(String tenantId, @Nullable Lease old) {
        if (old != null && !isOver(old)) {
            return old;
        }
        StoredCatalog known = knownBy(old);
        return new Lease(
                nanoTime.getAsLong(), new FutureTask<>(() -> source.read(tenantId, known)));
    }

    private static StoredCatalog knownBy(@Nullable Lease old) {
        return old != null && old.reading().state() == Future.State.SUCCESS
                ? old.reading().resultNow()
                : StoredCatalog.STANDARD;
    }

    private boolean isOver(Lease lease) {
        return nanoTime.getAsLong() - lease.since() >= LEASE.toNanos();
    }
}
