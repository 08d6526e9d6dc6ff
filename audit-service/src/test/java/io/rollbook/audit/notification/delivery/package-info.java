/** What administrators are told. */
@NullMarked
package io.rollbook.audit.notification.delivery;

import org.jspecify.annotations.NullMarked;
