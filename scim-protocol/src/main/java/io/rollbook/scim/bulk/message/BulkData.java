package io.rollbook.scim.bulk.message;

import tools.jackson.core.io.JsonStringEncoder;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The JSON that an operation carries, where it stands in the body of the request: nothing is copied
 * before its turn, and all but references is handed on byte by byte.
 *
 * @param end exclusive
 * @param mentions in the order of their places
 */
public record BulkData(byte[] body, int start, int end, List<Mention> mentions) {

    public BulkData {
        mentions = List.copyOf(mentions);
    }

    /** The bulk ids that one attribute at the top refers to; names in any case. */
    public Set<String> referencesIn(String attribute) {
        return mentions.stream()
                .filter(mention -> mention.attribute().equalsIgnoreCase(attribute))
                .flatMap(mention -> mention.references().stream())
                .collect(Collectors.toSet());
    }

    /** As a request body of its own, with the ids that bulk ids stand for. */
    byte[] resolved(UnaryOperator<String> idOf) {
        var resolved = new ByteArrayOutputStream(end - start);
        int copied = start;
        for (Mention mention : mentions) {
            resolved.write(body, copied, mention.start() - copied);
            resolved.write('"');
            resolved.writeBytes(
                    JsonStringEncoder.getInstance()
                            .quoteAsUTF8(mention.form().resolved(mention.text(), idOf)));
            resolved.write('"');
            copied = mention.end();
        }
        resolved.write(body, copied, end - copied);
        return resolved.toByteArray();
    }
}
