package io.rollbook.audit.reconcile;

/** What is numbered without a gap: the events of one tenant on one topic. */
record NumberedStream(String tenant, String topic) implements Comparable<NumberedStream> {

    @Override
    public int compareTo(NumberedStream other) {
        int byTenant = tenant.compareTo(other.tenant);
        return byTenant == 0 ? topic.compareTo(other.topic) : byTenant;
    }
}
