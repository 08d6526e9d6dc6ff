/**
 * Everything together, through HTTP, as an identity provider sees it: one Rollbook for all tests of
 * the process, an own tenant for each test.
 */
@NullMarked
package io.rollbook.standalone.e2e;

import org.jspecify.annotations.NullMarked;
