package io.rollbook.audit.notification;

import io.rollbook.audit.synchronization.job.Evidence;
import io.rollbook.audit.synchronization.job.Occasion;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Puts an occasion into words. */
final class NoticeText {

    private static final int LONGEST_NAME = 80;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private NoticeText() {}

    /**
     * @param name of the connection, as an administrator gave it
     */
    static Notice of(String tenant, String connection, @Nullable String name, Occasion occasion) {
        var id = tenant + "/" + connection + "/" + occasion.key();
        var title = called(connection, name) + ": " + title(occasion);
        return new Notice(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
                type(occasion),
                tenant,
                connection,
                name,
                occasion.at(),
                title,
                text(occasion),
                cycle(occasion),
                reason(occasion));
    }

    /** Fit for a header of an e-mail. */
    private static String called(String connection, @Nullable String name) {
        var plain =
                UNPRINTABLE
                        .matcher(name == null || name.isBlank() ? connection : name)
                        .replaceAll(" ")
                        .strip();
        var length = plain.codePointCount(0, plain.length());
        return length <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static String type(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Entered _ -> "quarantine.entered";
            case Occasion.Left _ -> "quarantine.left";
            case Occasion.FirstFailure _ -> "cycle.failure";
            case Occasion.MassDeletion _ -> "cycle.massDeletion";
        };
    }

    private static String title(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Entered _ -> "provisioning is in quarantine";
            case Occasion.Left _ -> "provisioning has left quarantine";
            case Occasion.FirstFailure _ -> "a provisioning cycle has failures";
            case Occasion.MassDeletion _ -> "alarm, many were deleted or disabled";
        };
    }

    private static String text(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Entered(var quarantine) ->
                    "Since "
                            + quarantine.seriesBegan()
                            + ", by the rules of Microsoft Entra. The identity provider now tries"
                            + " once a day, and gives up after four weeks.\n\n"
                            + Evidence.of(quarantine);
            case Occasion.Left(var quarantine, var at) ->
                    "It was there from "
                            + quarantine.seriesBegan()
                            + " to "
                            + at
                            + ", because of "
                            + quarantine.reason().label()
                            + ".";
            case Occasion.FirstFailure(var cycle, var write, var error) ->
                    "The first refused request of the cycle that began at "
                            + cycle.beganAt()
                            + ": "
                            + error.label()
                            + ". "
                            + error.advice()
                            + "\n\nIt is entry "
                            + write.entry()
                            + " of the log. Whether there are more says the filter cycleId eq '"
                            + cycle.id()
                            + "' and provisioningStatusInfo/status eq 'failure'; they are not told"
                            + " one by one.";
            case Occasion.MassDeletion(var cycle, var threshold, var at) ->
                    "The cycle that began at "
                            + cycle.beganAt()
                            + " had deleted or disabled "
                            + threshold
                            + " at "
                            + at
                            + ", which is the connection's threshold, and may go on. They are in"
                            + " the log with cycleId eq '"
                            + cycle.id()
                            + "'. If this is not intended, stop provisioning at the identity"
                            + " provider.";
        };
    }

    private static @Nullable String cycle(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Entered(var quarantine) -> quarantine.cycle();
            case Occasion.Left _ -> null;
            case Occasion.FirstFailure(var cycle, var write, var error) -> cycle.id();
            case Occasion.MassDeletion(var cycle, var threshold, var at) -> cycle.id();
        };
    }

    private static @Nullable String reason(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Entered(var quarantine) -> quarantine.reason().label();
            case Occasion.Left(var quarantine, var at) -> quarantine.reason().label();
            case Occasion.FirstFailure(var cycle, var write, var error) -> error.label();
            case Occasion.MassDeletion _ -> "TooManyDeletes";
        };
    }
}
