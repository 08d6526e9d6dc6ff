/** Classes that break the rules of the house on purpose, to prove that the rules bite. */
@NullMarked
package io.rollbook.verify.violation;

import org.jspecify.annotations.NullMarked;
