package io.rollbook.scim.value;

/** A boolean value. */
public record Bool(boolean value) implements Value {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
