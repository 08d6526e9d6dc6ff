package io.rollbook.benchmarks.log;

import java.util.UUID;

/** Ids and names that depend on nothing but what they are asked for. */
final class Names {

    private static final String[] GIVEN = {
        "Mia", "Noah", "Emma", "Liam", "Sofia", "Leon", "Anna", "Elias", "Lea", "Luca", "Nina",
        "Ben", "Zoë", "Omar", "Aisha", "Juan", "Ines", "Ravi", "Priya", "Chen", "Yuki", "Kofi",
        "Amara", "Björn", "Astrid", "Pavel", "Olga", "Tomás", "Lucía", "Hugo", "Chloé", "Marek",
        "Zofia", "Ivan"
    };
    private static final String[] BEGIN = {
        "An", "Ber", "Cas", "Dra", "Eng", "Fel", "Gar", "Hol", "Ivan", "Jen", "Kal", "Lind", "Mor",
        "Nor", "Ok", "Pet", "Quin", "Ros", "Sand", "Tor", "Ulr", "Vas", "Wag", "Yam", "Zim"
    };
    private static final String[] MIDDLE = {
        "der", "ten", "ar", "o", "el", "in", "an", "ker", "li", "mo", "na", "ri", "sa", "tu", "ven"
    };
    private static final String[] END = {
        "son", "berg", "ova", "ski", "man", "ro", "mann", "sen", "ez", "i", "hara", "stein", "ley",
        "wa", "dóttir", "ic", "ens", "ford", "quist", "ando"
    };
    private static final String[] PARTS = {
        "Risk",
        "Finance",
        "Sales",
        "Legal",
        "Audit",
        "Research",
        "Support",
        "Platform",
        "People",
        "Branch"
    };

    private Names() {}

    static String given(long user, int renamed) {
        return GIVEN[pick(user * 31 + renamed, 1, GIVEN.length)];
    }

    static String family(long user) {
        return BEGIN[pick(user, 2, BEGIN.length)]
                + MIDDLE[pick(user, 3, MIDDLE.length)]
                + END[pick(user, 4, END.length)];
    }

    static String display(long user, int renamed) {
        return given(user, renamed) + " " + family(user);
    }

    static String userName(long user) {
        return "user%06d@contoso.example".formatted(user);
    }

    static String group(long group, int renamed) {
        return "%s %d%s"
                .formatted(
                        PARTS[pick(group, 5, PARTS.length)],
                        group,
                        renamed == 0 ? "" : " (" + renamed + ")");
    }

    /** As services make them: those of later things sort after those of earlier ones. */
    static String orderedId(long salt, long index) {
        long time = 1_735_689_600_000L + index * 97;
        return new UUID(
                        (time << 16) | 0x7000 | (mix(salt + index) >>> 52),
                        (mix(salt * 7 + index) >>> 2) | 0x8000000000000000L)
                .toString();
    }

    static String randomId(long salt, long index) {
        return new UUID(
                        (mix(salt + index * 3) & ~0xF000L) | 0x4000,
                        (mix(salt * 5 + index) >>> 2) | 0x8000000000000000L)
                .toString();
    }

    private static int pick(long index, long salt, int choices) {
        return (int) Long.remainderUnsigned(mix(index * 1_000_003 + salt), choices);
    }

    /** The finalizer of SplitMix64. */
    static long mix(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
