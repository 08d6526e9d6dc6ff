/** What a filter selects as files, made while they are sent. */
@NullMarked
package io.rollbook.audit.graph.download;

import org.jspecify.annotations.NullMarked;
