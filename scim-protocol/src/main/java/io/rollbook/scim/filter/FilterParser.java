package io.rollbook.scim.filter;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Profile;

/**
 * Reads filters: the whole grammar of RFC 7644 §3.4.2.2 with errata 4690, 7319 and 7322, and beyond
 * it a comparison behind brackets ({@code emails[type eq "work"].value eq "x"}), which Entra sends.
 * Whatever is wrong is refused with {@code invalidFilter} and its place.
 *
 * <p>Both profiles read names, operators, {@code true}, {@code false} and {@code null} in any case.
 * {@link Profile#ENTRA} also takes {@code "True"} for a boolean.
 */
public final class FilterParser {

    private FilterParser() {}

    public static Outcome<Filter> parse(String text, ResourceType type, Profile profile) {
        return parse(text, type, profile, FilterLimits.STANDARD);
    }

    public static Outcome<Filter> parse(
            String text, ResourceType type, Profile profile, FilterLimits limits) {
        return parse(text, new Scope.Resource(type, true), profile, limits);
    }

    /**
     * Reads a filter that is asked of several resource types (RFC 7644 §3.4.2.1): an attribute that
     * this one lacks has no value in its resources.
     */
    public static Outcome<Filter> parseForManyTypes(
            String text, ResourceType type, Profile profile, FilterLimits limits) {
        return parse(text, new Scope.Resource(type, false), profile, limits);
    }

    /**
     * Reads what stands between the brackets of a value path ({@code type eq "work"}).
     *
     * @param attribute the complex attribute before the brackets
     */
    public static Outcome<Filter> parseElementFilter(
            String text, Attribute attribute, Profile profile) {
        return parse(text, new Scope.Element(attribute, true), profile, FilterLimits.STANDARD);
    }

    private static Outcome<Filter> parse(
            String text, Scope scope, Profile profile, FilterLimits limits) {
        return Refusal.toOutcome(
                () -> {
                    if (text.length() > limits.length()) {
                        throw InvalidFilter.because(
                                "a filter has at most " + limits.length() + " characters");
                    }
                    Lexer lexer = new Lexer(text);
                    return new Grammar(lexer, new Operands(profile), limits.depth()).whole(scope);
                });
    }
}
