package io.rollbook.link.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Finds environment variables that mean a setting which does not exist. Spring Boot refuses unknown
 * settings from files and arguments, but passes over unknown environment variables without a word,
 * and containers are configured by those.
 */
public final class EnvironmentNames {

    private EnvironmentNames() {}

    /**
     * Throws {@link IllegalArgumentException}, naming the variables, when there are any.
     *
     * @param prefix of the settings, e.g. {@code rollbook.gateway}
     * @param settings the record that the prefix is bound to; records in it are nested settings
     * @param variables names of environment variables, {@code System.getenv().keySet()}
     */
    public static void refuseUnknown(
            String prefix, Class<? extends Record> settings, Collection<String> variables) {
        List<String> known = new ArrayList<>();
        collect(bare(prefix), settings, known);
        String start = prefix.toUpperCase(Locale.ROOT).replace('.', '_') + "_";
        List<String> unknown =
                variables.stream()
                        .filter(name -> name.startsWith(start))
                        .filter(name -> !known.contains(bare(withoutIndex(name))))
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no setting below %s for the environment variables %s; is a name misspelt?"
                            .formatted(prefix, String.join(", ", unknown)));
        }
    }

    private static void collect(String prefix, Class<?> settings, List<String> known) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + bare(component.getName());
            if (component.getType().isRecord()) {
                collect(name, component.getType(), known);
            } else {
                known.add(name);
            }
        }
    }

    /** Elements of lists are numbered: {@code …_CORE_0}. */
    private static String withoutIndex(String name) {
        return name.replaceFirst("_\\d+$", "");
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
