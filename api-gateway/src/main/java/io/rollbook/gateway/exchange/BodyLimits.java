package io.rollbook.gateway.exchange;

import org.springframework.util.unit.DataSize;

/**
 * How large a body may be. Groups have a limit of their own: one message may name very many
 * members.
 */
public record BodyLimits(DataSize general, DataSize groups) {

    public DataSize at(String path) {
        return path.equals("/Groups") || path.startsWith("/Groups/") ? groups : general;
    }
}
