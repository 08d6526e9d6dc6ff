/**
 * Which attributes of a resource an answer shows (RFC 7644 §3.4.2.5, §3.9). May not know where
 * resources come from; tells callers early what they need not load at all.
 */
@NullMarked
package io.rollbook.scim.projection;

import org.jspecify.annotations.NullMarked;
