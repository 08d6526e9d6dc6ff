/**
 * The calling end of the link: the seam's interfaces over a service in another process. May not
 * repeat a write whose outcome it does not know.
 */
@NullMarked
package io.rollbook.link.client;

import org.jspecify.annotations.NullMarked;
