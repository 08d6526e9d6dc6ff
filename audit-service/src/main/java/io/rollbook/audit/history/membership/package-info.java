/**
 * Who was in which group at an event, and what differs between two. May only read; what a page
 * costs does not grow with a group's size or history.
 */
@NullMarked
package io.rollbook.audit.history.membership;

import org.jspecify.annotations.NullMarked;
