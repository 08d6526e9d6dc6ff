/** Lines of the SCIM checklist, each asked over HTTP of everything running together. */
@NullMarked
package io.rollbook.standalone.conformance;

import org.jspecify.annotations.NullMarked;
