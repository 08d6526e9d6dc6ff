/**
 * What the service tells about itself (RFC 7644 §4): its configuration, resource types and schemas,
 * made from the same catalog that requests are checked against. May not promise what is not there:
 * limits and features come from the caller.
 */
@NullMarked
package io.rollbook.scim.discovery;

import org.jspecify.annotations.NullMarked;
