/**
 * How long a tenant's log is kept, and legal holds: what operators ask for and see. May not delete
 * anything: that is the log's own doing.
 */
@NullMarked
package io.rollbook.provisioning.administration.retention;

import org.jspecify.annotations.NullMarked;
