/**
 * Where a request goes, decided from the raw path alone: the container's own normalisation is not
 * trusted with a decision about access. Knows nothing of methods, callers or bodies.
 */
@NullMarked
package io.rollbook.gateway.path;

import org.jspecify.annotations.NullMarked;
