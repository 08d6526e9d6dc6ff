package io.rollbook.audit.synchronization.job;

import java.util.Locale;

/** Why a connection is in quarantine, in sentences for whoever runs it. */
public final class Evidence {

    private Evidence() {}

    public static String of(Quarantine quarantine) {
        var tally = quarantine.evidence();
        var cycle = quarantine.cycle();
        if (cycle == null) {
            return "The connection's last token was revoked or has expired: the identity"
                    + " provider's requests are refused. Issue a new token, and enter it there.";
        }
        var what =
                switch (quarantine.reason()) {
                    case EXCEPTION ->
                            String.format(
                                    Locale.ROOT,
                                    "Its token may not provision: all %,d requests were refused"
                                            + " with 401 or 403.",
                                    tally.rejected());
                    case TOTAL ->
                            String.format(
                                    Locale.ROOT,
                                    "%,d requests were refused; more than %,d are too many.",
                                    tally.failures(),
                                    Rules.MOST_FAILURES_OF_ALL_KINDS);
                    case BASE ->
                            String.format(
                                    Locale.ROOT,
                                    "%,d requests were refused, those that only miss a reference"
                                            + " not counted; more than %,d are too many.",
                                    tally.baseFailures(),
                                    Rules.MOST_FAILURES);
                    case PROPORTION ->
                            String.format(
                                    Locale.ROOT,
                                    "%,d of %,d requests were refused; from %,d on, more than %d %%"
                                            + " are too many.",
                                    tally.baseFailures(),
                                    tally.requests(),
                                    Rules.PROPORTION_FROM,
                                    Rules.PROPORTION_PERCENT);
                    case DELETIONS ->
                            String.format(
                                    Locale.ROOT,
                                    "%,d were deleted or disabled, which is the connection's"
                                            + " threshold or above it.",
                                    tally.deletions());
                };
        return what + " They are in the log with cycleId eq '" + cycle + "'.";
    }
}
