/**
 * What all aggregates share: how they are named, how commands reach them, what comes back and what
 * a failure means. May know no particular aggregate.
 */
@NullMarked
package io.rollbook.provisioning.aggregate;

import org.jspecify.annotations.NullMarked;
