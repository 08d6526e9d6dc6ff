package io.rollbook.scim.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.io.JsonStringEncoder;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Collects the elements of a multi-valued reference, such as a group's members or a user's groups,
 * straight into bytes: a group can have very many. Not thread-safe.
 */
public final class ReferenceArray {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final byte[] FIRST = "{\"value\":\"".getBytes(UTF_8);
    private static final byte[] NEXT = ",{\"value\":\"".getBytes(UTF_8);
    private static final byte[] REF = "\",\"$ref\":\"".getBytes(UTF_8);
    private static final byte[] DISPLAY = "\",\"display\":\"".getBytes(UTF_8);
    private static final byte[] TYPE = "\",\"type\":\"".getBytes(UTF_8);
    private static final byte[] END = "\"}".getBytes(UTF_8);

    private final String name;
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();

    /**
     * @param name of the attribute
     */
    public ReferenceArray(String name) {
        this.name = name;
        json.write('[');
    }

    /**
     * @param target what the id is an id of
     * @param display the name to show; none when null
     * @param type the label, e.g. {@code User} or {@code direct}
     */
    public ReferenceArray add(
            ResourceType target, String id, @Nullable String display, String type) {
        json.writeBytes(json.size() == 1 ? FIRST : NEXT);
        json.writeBytes(ENCODER.quoteAsUTF8(id));
        json.writeBytes(REF);
        json.write(CanonicalJson.BASE_URI);
        json.writeBytes(Locations.of(target, id).getBytes(UTF_8));
        if (display != null) {
            json.writeBytes(DISPLAY);
            json.writeBytes(ENCODER.quoteAsUTF8(display));
        }
        json.writeBytes(TYPE);
        json.writeBytes(ENCODER.quoteAsUTF8(type));
        json.writeBytes(END);
        return this;
    }

    /** What was collected, to be rendered into a resource. */
    public Splice toSplice() {
        byte[] elements = json.toByteArray();
        byte[] array = Arrays.copyOf(elements, elements.length + 1);
        array[elements.length] = ']';
        return new Splice(name, array);
    }
}
