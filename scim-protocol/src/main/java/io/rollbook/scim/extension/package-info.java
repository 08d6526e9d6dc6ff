/**
 * Schemas that tenants add to the standard ones (RFC 7643 §3.3, §7). May not know where they are
 * kept.
 */
@NullMarked
package io.rollbook.scim.extension;

import org.jspecify.annotations.NullMarked;
