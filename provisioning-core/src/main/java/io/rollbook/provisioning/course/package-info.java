/**
 * What is known of a request while it is carried out, beyond what is answered: what it wants, and
 * when it came to its steps, for the log. May decide nothing, and nothing may be decided by it.
 */
@NullMarked
package io.rollbook.provisioning.course;

import org.jspecify.annotations.NullMarked;
