package io.rollbook.standalone.command;

import io.rollbook.standalone.Refusal;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Settings as they are written on the command line, as the JSON of the administration. */
final class Settings {

    private Settings() {}

    /**
     * @param settings like {@code limits.burst=200}
     */
    static ObjectNode of(List<String> settings) {
        var changes = JsonMapper.shared().createObjectNode();
        settings.forEach(setting -> put(changes, setting));
        return changes;
    }

    private static void put(ObjectNode changes, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new Refusal("A setting is written like limits.burst=200, not " + setting);
        }
        var path = setting.substring(0, equals);
        int dot = path.indexOf('.');
        if (dot < 0) {
            put(changes, path, setting.substring(equals + 1));
        } else {
            put(
                    changes.withObjectProperty(path.substring(0, dot)),
                    path.substring(dot + 1),
                    setting.substring(equals + 1));
        }
    }

    private static void put(ObjectNode object, String name, String value) {
        if (value.equals("default")) {
            object.putNull(name);
        } else if (name.equals("emails")) {
            var emails = object.putArray(name);
            List.of(value.split(",")).forEach(emails::add);
        } else if (value.matches("-?[0-9]{1,9}")) {
            object.put(name, Integer.parseInt(value));
        } else if (value.equals("true") || value.equals("false")) {
            object.put(name, value.equals("true"));
        } else {
            object.put(name, value);
        }
    }
}
