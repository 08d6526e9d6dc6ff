/**
 * Who is in which group, directly and through other groups, and who is deleted and still has to
 * leave. May never cost more than what is changed or asked for.
 */
@NullMarked
package io.rollbook.provisioning.register.membership;

import org.jspecify.annotations.NullMarked;
