package io.rollbook.provisioning.limit;

/** Which limits are to be set; the names are those of {@link Limits}. */
public record LimitsChange(
        Wish<Integer> requestsPerSecond,
        Wish<Integer> burst,
        Wish<Integer> concurrentRequests,
        Wish<Integer> bodyBytes,
        Wish<Integer> patchOperations,
        Wish<Integer> bulkOperations,
        Wish<Integer> members,
        Wish<Integer> pageSize,
        Wish<Integer> filterDepth) {

    /** The limits as this wants them, whether that is allowed or not. */
    public Limits after(Limits now) {
        return new Limits(
                requestsPerSecond.after(now.requestsPerSecond()),
                burst.after(now.burst()),
                concurrentRequests.after(now.concurrentRequests()),
                bodyBytes.after(now.bodyBytes()),
                patchOperations.after(now.patchOperations()),
                bulkOperations.after(now.bulkOperations()),
                members.after(now.members()),
                pageSize.after(now.pageSize()),
                filterDepth.after(now.filterDepth()));
    }
}
