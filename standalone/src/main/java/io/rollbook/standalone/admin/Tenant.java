package io.rollbook.standalone.admin;

/** A tenant as the administration lists it. */
public record Tenant(String id, String name, String profile) {}
