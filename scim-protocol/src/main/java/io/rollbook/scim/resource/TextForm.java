package io.rollbook.scim.resource;

import java.net.URI;
import java.net.URISyntaxException;

/** The forms that the data types of RFC 7643 §2.3 demand of text. */
final class TextForm {
    private TextForm() {}

    static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Base64 or base64url (RFC 7643 §2.3.6), padded or not. */
    static boolean isBase64(String text) {
        int end = text.length();
        while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean digit =
                    (c >= 'A' && c <= 'Z')
                            || (c >= 'a' && c <= 'z')
                            || (c >= '0' && c <= '9')
                            || "+/-_".indexOf(c) >= 0;
            if (!digit) {
                return false;
            }
        }
        return end % 4 != 1 && (end == text.length() || text.length() % 4 == 0);
    }
}
