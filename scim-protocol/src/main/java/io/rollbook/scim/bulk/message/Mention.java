package io.rollbook.scim.bulk.message;

import java.util.List;

/**
 * A string in an operation's data that refers to other operations.
 *
 * @param attribute the member of the data that it belongs to
 * @param start of the JSON string in the body, with its quotes
 * @param end exclusive
 * @param text what the string says
 */
public record Mention(String attribute, int start, int end, String text, ReferenceForm form) {

    List<String> references() {
        return form.referencesIn(text);
    }
}
