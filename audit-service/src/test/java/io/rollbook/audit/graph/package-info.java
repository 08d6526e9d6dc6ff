/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.audit.graph;

import org.jspecify.annotations.NullMarked;
