/**
 * PATCH (RFC 7644 §3.5.2) as a pure function: a body becomes bound operations, and these give the
 * next state of a resource or a refusal. Attributes that are kept apart from the resource (a
 * group's members) are never looked at: operations on them come out as data, in order. May not know
 * where resources are kept.
 */
@NullMarked
package io.rollbook.scim.patch;

import org.jspecify.annotations.NullMarked;
