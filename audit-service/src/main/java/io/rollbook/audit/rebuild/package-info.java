/**
 * Builds the log anew from the topics, beside the one that serves, and compares the two. May write
 * nothing to the log that serves but an entry of the custody stream when they differ.
 */
@NullMarked
package io.rollbook.audit.rebuild;

import org.jspecify.annotations.NullMarked;
