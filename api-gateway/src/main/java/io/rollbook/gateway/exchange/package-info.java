/**
 * Between the wire and the seam: one HTTP request becomes the seam's request, the seam's response
 * becomes the HTTP answer. May not know who may do what.
 */
@NullMarked
package io.rollbook.gateway.exchange;

import org.jspecify.annotations.NullMarked;
