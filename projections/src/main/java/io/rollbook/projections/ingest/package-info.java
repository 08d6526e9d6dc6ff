/**
 * Follows the directory topic and applies it, batch by batch, each in one transaction together with
 * how far it came. May drop what is applied already; may never skip: a missing event stops it.
 */
@NullMarked
package io.rollbook.projections.ingest;

import org.jspecify.annotations.NullMarked;
