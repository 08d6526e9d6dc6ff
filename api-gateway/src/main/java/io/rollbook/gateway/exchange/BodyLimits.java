package io.rollbook.gateway.exchange;

import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.scim.bulk.message.BulkLimits;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.RequestSizes;

import org.springframework.util.unit.DataSize;

/**
 * How large a body may be. Groups have a limit of their own: one message may name very many
 * members. The one of bulk requests is published.
 */
public record BodyLimits(DataSize general, DataSize groups, BulkLimits bulk) {

    /**
     * @param caller who may have been set a smaller one
     */
    public BodyLimit at(String path, Caller caller) {
        Integer set = caller.terms().sizes().bodyBytes();
        if (path.equals("/Bulk")) {
            BulkLimits own = bulk.within(caller.terms().sizes());
            return new BodyLimit(own.maxPayloadSize(), own.tooLarge());
        }
        DataSize standing =
                path.equals("/Groups") || path.startsWith("/Groups/") ? groups : general;
        return BodyLimit.of(
                DataSize.ofBytes(RequestSizes.within(set, Math.toIntExact(standing.toBytes()))));
    }
}
