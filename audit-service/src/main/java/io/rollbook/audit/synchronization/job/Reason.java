package io.rollbook.audit.synchronization.job;

/** Why a connection is in quarantine, by the names of Microsoft Graph. */
public enum Reason {
    /** Credentials are refused. */
    EXCEPTION("EncounteredQuarantineException"),
    /** Too many failures of all kinds. */
    TOTAL("EncounteredTotalEscrowThreshold"),
    /** Too many failures, those of references not counted. */
    BASE("EncounteredBaseEscrowThreshold"),
    /** Too large a part of the requests failed. */
    PROPORTION("EncounteredEscrowProportionThreshold"),
    /** More were deleted or disabled than the connection's threshold allows. */
    DELETIONS("TooManyDeletes");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    /** As Graph spells it. */
    public String label() {
        return label;
    }
}
