package io.rollbook.provisioning.limit;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.Stream;

/** Which limits make sense. */
public final class LimitRules {

    private static final int MOST_REQUESTS = 100_000;
    private static final int MOST_AT_ONCE = 10_000;

    /** A user with a photograph and every attribute is far below it. */
    private static final int LEAST_BODY = 1_024;

    private static final int MOST_BODY = 512 << 20;
    private static final int MOST_OPERATIONS = 10_000;
    private static final int MOST_MEMBERS = 1_000_000;
    private static final int MOST_RESOURCES = 10_000;
    private static final int DEEPEST = 32;

    private LimitRules() {}

    /** What is wrong with the first that is. */
    public static Optional<String> problem(Limits limits) {
        return Stream.of(
                        within("requestsPerSecond", limits.requestsPerSecond(), 1, MOST_REQUESTS),
                        within("burst", limits.burst(), 1, MOST_REQUESTS),
                        within("concurrentRequests", limits.concurrentRequests(), 1, MOST_AT_ONCE),
                        within("bodyBytes", limits.bodyBytes(), LEAST_BODY, MOST_BODY),
                        within("patchOperations", limits.patchOperations(), 1, MOST_OPERATIONS),
                        within("bulkOperations", limits.bulkOperations(), 1, MOST_OPERATIONS),
                        within("members", limits.members(), 1, MOST_MEMBERS),
                        within("pageSize", limits.pageSize(), 1, MOST_RESOURCES),
                        within("filterDepth", limits.filterDepth(), 1, DEEPEST))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> within(
            String name, @Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most)
                ? Optional.empty()
                : Optional.of(
                        "limits.%s must be %d to %d, or null for the default"
                                .formatted(name, least, most));
    }
}
