/**
 * What SCIM messages have in common (RFC 7644 §3): request bodies, query parameters, paging, lists
 * and errors. May not know what a resource consists of.
 */
@NullMarked
package io.rollbook.scim.message;

import org.jspecify.annotations.NullMarked;
