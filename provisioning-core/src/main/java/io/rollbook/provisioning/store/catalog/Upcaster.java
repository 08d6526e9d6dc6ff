package io.rollbook.provisioning.store.catalog;

import tools.jackson.databind.node.ObjectNode;

import java.util.function.UnaryOperator;

/**
 * Turns the JSON of one revision of a stored type into the JSON of the next.
 *
 * @param name of the stored type
 * @param from the revision that it reads; it writes {@code from + 1}
 */
public record Upcaster(String name, int from, UnaryOperator<ObjectNode> change) {}
