/**
 * Resources on their way out: the canonical JSON that is stored, and its rendering for one reader
 * by putting bytes together. May not validate: what comes here has been read against the schema.
 */
@NullMarked
package io.rollbook.scim.canonical;

import org.jspecify.annotations.NullMarked;
