package io.rollbook.projections.filtersql;

import io.rollbook.contract.DirectoryEvent;
import io.rollbook.projections.fixture.Events;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Extension;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Users and groups with any attribute of the schema, of few values that often meet. */
public final class RandomDirectory {

    static final List<String> TEXTS =
            List.of(
                    "ada",
                    "ADA",
                    "Ada Lovelace",
                    "lovelace",
                    "Straße",
                    "STRASSE",
                    "ß",
                    "İzmir",
                    "izmir",
                    "I",
                    "ı",
                    "STRAẞE",
                    "ΟΔΟΣ",
                    "οδος",
                    "Å",
                    "A\u030a",
                    "\u212b",
                    "ﬁn",
                    "FIN",
                    "\uffff",
                    "\ud7ff",
                    "é",
                    "e\u0301",
                    "😀",
                    "Ω",
                    "%",
                    "a_a",
                    "\\",
                    "'",
                    "\"",
                    "",
                    "a",
                    "aa",
                    "z",
                    "Z",
                    "\u0001",
                    "work",
                    "Work",
                    "home",
                    "5",
                    "true",
                    "u1",
                    "u2",
                    "g1",
                    "g2");
    private static final List<String> URIS =
            List.of("https://example.com/ada", "https://example.com/v2/ada", "HTTPS://EXAMPLE.COM");
    private static final List<String> BYTES = List.of("YWRh", "YWQ=", "YQ==");

    private final Random random;
    private final List<DirectoryEvent> events = new ArrayList<>();

    public RandomDirectory(long seed, int users, int groups) {
        random = new Random(seed);
        for (int i = 1; i <= users; i++) {
            var attributes = attributes(SchemaCatalog.standard().user());
            attributes.put("userName", pick(TEXTS) + i % 7);
            events.add(Events.user("u" + i, attributes));
        }
        for (int i = 1; i <= groups; i++) {
            events.add(Events.group("g" + i, pick(TEXTS)));
            events.add(Events.joined("g" + i, 2, "u" + (1 + random.nextInt(users)), "u" + i));
        }
        for (int i = 2; i <= groups; i += 2) {
            events.add(Events.nested("g" + i, 3, "g" + (i - 1)));
        }
        // A circle, which the write side would refuse, must not hang a read.
        events.add(Events.nested("g1", 3, "g2"));
    }

    public DirectoryEvent[] events() {
        return events.toArray(DirectoryEvent[]::new);
    }

    private Map<String, Object> attributes(ResourceType type) {
        var all = values(type.attributes());
        for (Extension extension : type.extensions()) {
            if (random.nextBoolean()) {
                var container = values(extension.schema().attributes());
                if (!container.isEmpty()) {
                    all.put(extension.schema().id(), container);
                }
            }
        }
        return all;
    }

    private Map<String, Object> values(Attributes definitions) {
        var values = new HashMap<String, Object>();
        for (var definition : definitions) {
            if (!definition.isReadOnly() && !definition.isDiscarded() && random.nextInt(3) > 0) {
                var value = definition.multiValued() ? list(definition) : single(definition);
                if (!(value instanceof Map<?, ?> map && map.isEmpty())) {
                    values.put(definition.name(), value);
                }
            }
        }
        values.remove("$ref");
        return values;
    }

    private List<Object> list(Attribute definition) {
        var elements = new ArrayList<Object>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            elements.add(single(definition));
        }
        return elements;
    }

    private Object single(Attribute definition) {
        return switch (definition.type()) {
            case STRING -> pick(TEXTS);
            case REFERENCE -> pick(URIS);
            case BINARY -> pick(BYTES);
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> (long) random.nextInt(5);
            case DECIMAL -> random.nextInt(5) / 2.0;
            case DATE_TIME -> "2026-03-02T09:15:0" + random.nextInt(10) + "Z";
            case COMPLEX -> values(definition.subAttributes());
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
