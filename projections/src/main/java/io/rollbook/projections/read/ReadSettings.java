package io.rollbook.projections.read;

/**
 * How much a list shows.
 *
 * @param defaultPage resources, when the request names no number
 * @param maxPage resources at most
 * @param maxReferences members at most, over all groups of the page
 * @param maxRootResults resources that a query on all types may match at most
 */
public record ReadSettings(int defaultPage, int maxPage, int maxReferences, int maxRootResults) {}
