/**
 * What another SCIM library takes for a filter or a path, beside what we do. Each difference is
 * listed with its reason; any other fails.
 */
@NullMarked
package io.rollbook.scim.foreign;

import org.jspecify.annotations.NullMarked;
