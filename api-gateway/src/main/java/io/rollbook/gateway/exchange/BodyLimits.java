package io.rollbook.gateway.exchange;

import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.scim.bulk.message.BulkLimits;

import org.springframework.util.unit.DataSize;

/**
 * How large a body may be. Groups have a limit of their own: one message may name very many
 * members. The one of bulk requests is published.
 */
public record BodyLimits(DataSize general, DataSize groups, BulkLimits bulk) {

    public BodyLimit at(String path) {
        if (path.equals("/Bulk")) {
            return new BodyLimit(bulk.maxPayloadSize(), bulk.tooLarge());
        }
        return BodyLimit.of(
                path.equals("/Groups") || path.startsWith("/Groups/") ? groups : general);
    }
}
