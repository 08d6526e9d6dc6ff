package io.rollbook.verify.export;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param streams the entries that were checked, by stream
 * @param checkpoints how many signatures of checkpoints were checked
 * @param keys the ids of the keys that signed
 * @param findings empty when everything is as it was signed
 */
public record Report(
        String tenant,
        String time,
        Map<String, Range> streams,
        long checkpoints,
        List<String> keys,
        List<Finding> findings) {

    /** The first and the last number; last is below first when there are none. */
    public record Range(long first, long last) {

        public long count() {
            return last - first + 1;
        }
    }

    public Report {
        streams = Map.copyOf(streams);
        keys = List.copyOf(keys);
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }

    public long entries() {
        return streams.values().stream().mapToLong(Range::count).sum();
    }
}
