/**
 * The rules of the house as tests: who may depend on whom, names, sizes, format. May not test what
 * the product does.
 */
@NullMarked
package io.rollbook.house;

import org.jspecify.annotations.NullMarked;
