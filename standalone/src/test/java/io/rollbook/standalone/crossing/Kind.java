package io.rollbook.standalone.crossing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an id in a request names, and what an id of that kind looks like that never existed. */
enum Kind {
    USER,
    /** A user who is somebody's manager and sponsor. */
    BOSS,
    GROUP,
    /** A user that is new each time. */
    SPARE,
    SPARE_GROUP,
    /** An {@code externalId}. */
    SOURCE,
    SCHEMA,
    TENANT,
    CONNECTION,
    /** A connection that is new each time. */
    SPARE_CONNECTION,
    /** The provisioning job of a connection, which is called like it. */
    JOB,
    TOKEN,
    /** An OAuth client. */
    CLIENT,
    /** A secret of it. */
    CREDENTIAL,
    /** A legal hold. */
    HOLD,
    /** An entry of the log, of a group with two members. */
    ENTRY,
    CYCLE,
    ROOT_CURSOR,
    USER_CURSOR,
    GROUP_CURSOR,
    LOG_CURSOR,
    LOG_PLACE,
    MEMBER_PLACE,
    PROPERTY_PLACE,
    /** The number of an event of the directory. */
    NUMBER;

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The kind that a name in a path stands for. */
    static Optional<Kind> ofParameter(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** As long as the id that it is made from. */
    String unknown(String foreign) {
        return switch (this) {
            case USER,
                    BOSS,
                    GROUP,
                    SPARE,
                    SPARE_GROUP,
                    SOURCE,
                    TENANT,
                    CONNECTION,
                    SPARE_CONNECTION,
                    JOB,
                    TOKEN ->
                    otherUuid(foreign);
            case ENTRY, CYCLE, LOG_CURSOR, CLIENT, CREDENTIAL, HOLD -> otherUuid(foreign);
            case SCHEMA -> foreign.replace("Theirs", "Nobody");
            case ROOT_CURSOR, USER_CURSOR, GROUP_CURSOR -> changed(foreign, foreign.length() / 2);
            case LOG_PLACE, MEMBER_PLACE, PROPERTY_PLACE -> otherPlace(foreign);
            case NUMBER -> "9".repeat(foreign.length());
        };
    }

    private static String otherUuid(String id) {
        var found = UUID.matcher(id);
        return found.find() ? changed(id, found.end() - 1) : changed(id, 0);
    }

    private static String changed(String text, int at) {
        char other = text.charAt(at) == '0' ? '1' : '0';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    /** Two numbers: the second is another. */
    private static String otherPlace(String token) {
        var plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        var other = changed(plain, plain.length() - 1).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(other);
    }
}
