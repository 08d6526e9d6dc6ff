/**
 * Makes the read models again from the first event on, beside those that serve, and puts them in
 * their place. May not disturb what serves before the last moment.
 */
@NullMarked
package io.rollbook.projections.rebuild;

import org.jspecify.annotations.NullMarked;
