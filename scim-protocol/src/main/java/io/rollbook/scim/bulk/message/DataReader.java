package io.rollbook.scim.bulk.message;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Text;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.List;

/** Passes over the data of an operation and notes the strings that refer to other operations. */
final class DataReader {

    private static final String PATH = "path";

    private final byte[] body;

    DataReader(byte[] body) {
        this.body = body;
    }

    /** Starts on the first token of the data and ends on its last. */
    BulkData read(JsonParser parser) {
        List<Mention> mentions = new ArrayList<>();
        int start = (int) parser.currentTokenLocation().getByteOffset();
        int depth = 0;
        String attribute = "";
        String name = "";
        JsonToken token = parser.currentToken();
        while (true) {
            if (token == JsonToken.PROPERTY_NAME) {
                name = parser.currentName();
                attribute = depth == 1 ? name : attribute;
            } else if (token == JsonToken.VALUE_STRING) {
                note(parser, attribute, name, mentions);
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                break;
            }
            token = parser.nextToken();
        }
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        return new BulkData(body, start, end, mentions);
    }

    private static void note(
            JsonParser parser, String attribute, String name, List<Mention> mentions) {
        String text = parser.getString();
        // What cannot be written is left to whoever reads the data, and refuses it.
        if (!text.contains(ReferenceForm.MARK) || !Text.isStorable(text)) {
            return;
        }
        var form = formOf(attribute, name);
        if (!form.referencesIn(text).isEmpty()) {
            mentions.add(
                    new Mention(
                            attribute,
                            (int) parser.currentTokenLocation().getByteOffset(),
                            (int) parser.currentLocation().getByteOffset(),
                            text,
                            form));
        }
    }

    private static ReferenceForm formOf(String attribute, String name) {
        if (name.equalsIgnoreCase(Attribute.REF)) {
            return ReferenceForm.SEGMENTS;
        }
        return name.equalsIgnoreCase(PATH) && attribute.equalsIgnoreCase("Operations")
                ? ReferenceForm.QUOTED
                : ReferenceForm.VALUE;
    }
}
