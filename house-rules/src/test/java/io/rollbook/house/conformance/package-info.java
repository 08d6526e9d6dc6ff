/**
 * Which line of the SCIM checklist is proven by which test: read from the tags of the tests'
 * sources, written to docs/scim-conformance.md, and refused when a line has no test, a tag no line,
 * or the document is stale.
 */
@NullMarked
package io.rollbook.house.conformance;

import org.jspecify.annotations.NullMarked;
