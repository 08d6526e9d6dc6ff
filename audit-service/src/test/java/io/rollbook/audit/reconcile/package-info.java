@NullMarked
package io.rollbook.audit.reconcile;

import org.jspecify.annotations.NullMarked;
