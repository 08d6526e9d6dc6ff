/**
 * How much one caller may ask of this instance: a rate with a burst and a number of requests at the
 * same time, for each connection and each tenant, and one number for everybody together. Counts in
 * memory, so each gateway counts for itself. Knows neither routes nor messages.
 */
@NullMarked
package io.rollbook.gateway.limit;

import org.jspecify.annotations.NullMarked;
