/**
 * Time travel: what a tenant's directory was at any event, and what differs between two. The
 * questions are answered here; what events write is in {@code record}. May not know of HTTP.
 */
@NullMarked
package io.rollbook.audit.history;

import org.jspecify.annotations.NullMarked;
