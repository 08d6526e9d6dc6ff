package io.rollbook.scim.value;

/** A string, dateTime, reference or binary value, character for character as it was sent. */
public record Text(String value) implements Value {}
