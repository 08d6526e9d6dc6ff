/** Tests of what is known of a request while it is carried out. */
@NullMarked
package io.rollbook.provisioning.course;

import org.jspecify.annotations.NullMarked;
