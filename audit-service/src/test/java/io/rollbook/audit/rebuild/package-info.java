@NullMarked
package io.rollbook.audit.rebuild;

import org.jspecify.annotations.NullMarked;
