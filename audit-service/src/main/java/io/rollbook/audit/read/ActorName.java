package io.rollbook.audit.read;

/**
 * Somebody who acted, under one of the names that he, she or it had.
 *
 * @param kind as stored
 * @param name empty for none
 */
public record ActorName(String kind, String id, String name) {}
