package io.rollbook.scim.resource;

import io.rollbook.scim.path.AttributePath;

import java.util.List;

/** What a client sent about one resource, whole or as a change. */
public interface Sent {

    /**
     * @param path of an attribute, without a sub-attribute
     */
    boolean names(AttributePath path);

    /** How many elements of detached attributes it names one by one. */
    int detachedNamed();

    /** Names of what is not taken over, the first few. */
    List<String> ignored();
}
