/** The write side, put together: what to import and what it needs. May hold wiring only. */
@NullMarked
package io.rollbook.provisioning;

import org.jspecify.annotations.NullMarked;
