package io.rollbook.audit.history.leavers;

import io.rollbook.scim.seam.BodyStream;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report as CSV (RFC 4180). All that is in it are ids, times and numbers of ours: nothing that
 * a spreadsheet could take for a formula.
 */
final class LeaverCsv {

    private static final int PAGE = 1_000;

    private LeaverCsv() {}

    /** All leavers of a period, read and sent a page at a time. */
    static BodyStream leavers(LeaverReport report, String tenant, LeaverReport.Period period) {
        return out -> {
            line(
                    out,
                    List.of(
                            "number",
                            "userId",
                            "receivedAt",
                            "storedAt",
                            "publishedAt",
                            "consumedAt",
                            "storedMillis",
                            "publishedMillis",
                            "consumedMillis"));
            var after = LeaverReport.After.start(period);
            List<Leaver> page;
            do {
                page = report.page(tenant, period, after, PAGE);
                for (var leaver : page) {
                    line(out, cells(leaver));
                    after = new LeaverReport.After(leaver.storedAt(), leaver.number());
                }
            } while (page.size() == PAGE);
        };
    }

    static byte[] percentiles(List<Percentiles> steps) {
        var text = new StringBuilder("step,count,p50Millis,p95Millis,p99Millis,maxMillis\r\n");
        for (var step : steps) {
            text.append(step.step()).append(',').append(step.count());
            for (var millis :
                    new @Nullable Long[] {step.p50(), step.p95(), step.p99(), step.max()}) {
                text.append(',').append(cell(millis));
            }
            text.append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(Leaver leaver) {
        return List.of(
                Long.toString(leaver.number()),
                leaver.userId(),
                leaver.receivedAt().toString(),
                leaver.storedAt().toString(),
                cell(leaver.publishedAt()),
                leaver.consumedAt().toString(),
                cell(leaver.millisTo(leaver.storedAt())),
                cell(leaver.millisTo(leaver.publishedAt())),
                cell(leaver.millisTo(leaver.consumedAt())));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static void line(OutputStream out, List<String> cells) throws IOException {
        out.write((String.join(",", cells) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
