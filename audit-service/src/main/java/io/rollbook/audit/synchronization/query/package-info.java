/**
 * Answers how the job of a connection does, in the shape of Microsoft Graph. May not change a job:
 * what has happened because time passed is worked out for the answer.
 */
@NullMarked
package io.rollbook.audit.synchronization.query;

import org.jspecify.annotations.NullMarked;
