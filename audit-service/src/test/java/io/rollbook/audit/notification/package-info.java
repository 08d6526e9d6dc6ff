/** What administrators are told. */
@NullMarked
package io.rollbook.audit.notification;

import org.jspecify.annotations.NullMarked;
