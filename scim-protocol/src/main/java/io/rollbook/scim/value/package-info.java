/**
 * Attribute values as immutable data, and their JSON. Knows nothing of schemas: whether a value is
 * allowed is decided elsewhere. May not hold {@code null}: an unassigned attribute is simply absent
 * (RFC 7643 §2.5).
 */
@NullMarked
package io.rollbook.scim.value;

import org.jspecify.annotations.NullMarked;
