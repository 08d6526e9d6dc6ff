/**
 * One entry as {@code provisioningObjectSummary}: its steps, its modified properties, its nested
 * types.
 */
@NullMarked
package io.rollbook.audit.graph.summary;

import org.jspecify.annotations.NullMarked;
