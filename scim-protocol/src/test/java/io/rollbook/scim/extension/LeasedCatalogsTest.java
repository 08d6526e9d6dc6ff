package io.rollbook.scim.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class LeasedCatalogsTest {
    private static final StoredCatalog CONTOSO =
            new StoredCatalog(
                    Map.of(Contoso.URN, 1L),
                    TenantExtensions.of(List.of(Contoso.extension())).catalog());

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger questions = new AtomicInteger();
    private StoredCatalog stored = StoredCatalog.STANDARD;
    private boolean away;

    private final LeasedCatalogs catalogs = new LeasedCatalogs(this::read, now::get);

    private StoredCatalog read(String tenantId, StoredCatalog known) {
        questions.incrementAndGet();
        if (away) {
            throw new Unavailable("away", new IllegalStateException());
        }
        return stored.versions().equals(known.versions()) ? known : stored;
    }

    @Test
    void asksOnceInALease() {
        catalogs.of("t");
        now.addAndGet(LeasedCatalogs.LEASE.toNanos() - 1);

        assertThat(catalogs.of("t")).isSameAs(SchemaCatalog.standard());
        assertThat(questions).hasValue(1);
    }

    @Test
    void knowsAChangeWhenTheLeaseIsOver() {
        catalogs.of("t");
        stored = CONTOSO;
        now.addAndGet(LeasedCatalogs.LEASE.toNanos());

        assertThat(catalogs.of("t")).isSameAs(CONTOSO.catalog());
    }

    /** The answer may be older than the question's end, never than its beginning. */
    @Test
    void theLeaseRunsFromBeforeTheQuestion() {
        var slow =
                new LeasedCatalogs(
                        (tenant, known) -> {
                            now.addAndGet(LeasedCatalogs.LEASE.toNanos());
                            return read(tenant, known);
                        },
                        now::get);
        slow.of("t");
        slow.of("t");

        assertThat(questions).hasValue(2);
    }

    @Test
    void staysTheSameInstanceWhileNothingChanges() {
        stored = CONTOSO;
        var first = catalogs.of("t");
        now.addAndGet(LeasedCatalogs.LEASE.toNanos());

        assertThat(catalogs.of("t")).isSameAs(first);
        assertThat(questions).hasValue(2);
    }

    @Test
    void aStoreThatIsAwayIsAskedAgain() {
        away = true;
        assertThatThrownBy(() -> catalogs.of("t")).isInstanceOf(Unavailable.class);
        away = false;

        assertThat(catalogs.of("t")).isSameAs(SchemaCatalog.standard());
    }

    /** The next request after the announcement starts later than any lease that began before. */
    @Test
    void nobodyUsesAnOlderCatalogOnceAChangeHasSettled() {
        assertThat(LeasedCatalogs.SETTLED).isGreaterThan(LeasedCatalogs.LEASE);
    }
}
