package io.rollbook.house.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A test that names a line.
 *
 * @param file below the root of the checkout, with forward slashes
 * @param method null when the whole class is tagged
 */
record Tagged(String id, String file, String type, @Nullable String method) {

    String name() {
        return method == null ? type : type + "#" + method;
    }
}
