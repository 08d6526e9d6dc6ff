package io.rollbook.audit.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page of an entry's members goes on. */
public record MemberCursor(long number, int ordinal) {

    public static final MemberCursor START = new MemberCursor(0, -1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

    public static MemberCursor after(MemberRow last) {
        return new MemberCursor(last.number(), last.ordinal());
    }

    boolean isBefore(MemberRow member) {
        return member.number() > number
                || (member.number() == number && member.ordinal() > ordinal);
    }

    public String text() {
        var plain = number + "." + ordinal;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    public static Optional<MemberCursor> parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(plain);
            return parts.matches()
                    ? Optional.of(
                            new MemberCursor(
                                    Long.parseLong(parts.group(1)),
                                    Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
