package io.rollbook.scim.seam.report;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** The body of a message from a gateway to the write side. */
public record RefusalReport(List<RefusedRequests> refused) {

    /** The name of the write side's endpoint that takes reports. */
    public static final String ENDPOINT = "refusalReports";

    /** Stands for a tenant where none is known: the log of the server itself. No tenant's id. */
    public static final String SERVER = "server";

    private static final JsonMapper JSON = JsonMapper.shared();

    public RefusalReport {
        refused = List.copyOf(refused);
    }

    public byte[] toBytes() {
        return JSON.writeValueAsBytes(this);
    }

    /** Throws {@link tools.jackson.core.JacksonException} for bytes that are no report. */
    public static RefusalReport of(byte[] bytes) {
        return JSON.readValue(bytes, RefusalReport.class);
    }
}
