/**
 * The only part that the outside reaches: establishes who calls, where the request goes and within
 * which bounds, and holds the answer to a write until reads show it. May not know which service
 * answers, and never looks into SCIM bodies.
 */
@NullMarked
package io.rollbook.gateway;

import org.jspecify.annotations.NullMarked;
