/** From the topics into the log. */
@NullMarked
package io.rollbook.audit.ingest;

import org.jspecify.annotations.NullMarked;
