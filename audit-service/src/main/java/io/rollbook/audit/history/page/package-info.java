/** Parts of answers, and where they go on. Knows nothing of what they show. */
@NullMarked
package io.rollbook.audit.history.page;

import org.jspecify.annotations.NullMarked;
