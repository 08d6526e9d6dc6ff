package io.rollbook.audit.reconcile;

/**
 * What the log has of one stream, as far as the store had it one round ago.
 *
 * @param applied the last number that the log has applied
 * @param rows how many documents there are of those that are looked for
 * @param links how many links
 * @param wantedRows how many documents there should be; fewer than links after a purge
 * @param wantedLinks how many links there should be
 * @param inPlace whether the event with the last number stands at or before the store's index, and
 *     the next one after it
 */
record LogFacts(
        long applied, long rows, long links, long wantedRows, long wantedLinks, boolean inPlace) {

    boolean isComplete() {
        return rows == wantedRows && links == wantedLinks;
    }
}
