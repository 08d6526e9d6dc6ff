package io.rollbook.audit.history;

import io.rollbook.audit.history.moment.Moment;
import io.rollbook.audit.history.page.Place;

/**
 * What the questions have in common.
 *
 * @param from the earlier moment, where there are two
 * @param to the moment, or the later one
 * @param after where the page begins
 * @param count items of a page
 */
public record Asked(Moment from, Moment to, Place after, int count) {}
