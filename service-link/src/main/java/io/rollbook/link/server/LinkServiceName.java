package io.rollbook.link.server;

/** The name by which other services address this one, e.g. {@code provisioning-core}. */
public record LinkServiceName(String name) {}
