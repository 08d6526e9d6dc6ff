/**
 * The serving end of the link: exposes the seam beans of a service at internal paths, to signed
 * messages only. May not answer anything to anybody else, not even why.
 */
@NullMarked
package io.rollbook.link.server;

import org.jspecify.annotations.NullMarked;
