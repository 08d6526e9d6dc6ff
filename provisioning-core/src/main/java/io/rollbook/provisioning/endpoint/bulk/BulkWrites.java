package io.rollbook.provisioning.endpoint.bulk;

import io.rollbook.scim.bulk.PromisedIds;
import io.rollbook.scim.bulk.message.BulkLimits;
import io.rollbook.scim.bulk.message.BulkReader;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.function.Supplier;

/**
 * Answers {@code POST /Bulk}. What one operation did stays done whatever comes after it, also when
 * the process dies: the client repeats the request and is told of each operation that was done.
 */
public final class BulkWrites {

    private final BulkLimits limits;
    private final TenantCatalogs catalogs;
    private final Supplier<String> newIds;

    public BulkWrites(BulkLimits limits, TenantCatalogs catalogs, Supplier<String> newIds) {
        this.limits = limits;
        this.catalogs = catalogs;
        this.newIds = newIds;
    }

    /** One write from its request to its entry in the log. */
    @FunctionalInterface
    public interface OneWrite {

        /**
         * @param newId of what the request creates, if it creates
         */
        ScimResponse answer(ScimRequest request, String newId);
    }

    /**
     * Refused is only what cannot be begun.
     *
     * @throws io.rollbook.scim.seam.Unavailable when not even the first operation could be tried
     */
    public Outcome<ScimResponse> carryOut(ScimRequest request, OneWrite write) {
        return BulkReader.read(request.body(), limits.within(request.caller().terms().sizes()))
                .map(
                        message ->
                                new BulkRun(
                                                request,
                                                write,
                                                new PromisedIds(message.operations(), newIds))
                                        .of(message, catalogs.of(request.caller().tenantId())));
    }
}
