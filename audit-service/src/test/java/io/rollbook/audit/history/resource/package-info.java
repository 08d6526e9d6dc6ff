/** That what was is found in every million of numbers. */
@NullMarked
package io.rollbook.audit.history.resource;

import org.jspecify.annotations.NullMarked;
