/**
 * How resources are read from the tables: the statements for one and for a part of a list, and what
 * their rows say. May not know how a request asks for them, nor run anything.
 */
@NullMarked
package io.rollbook.projections.question;

import org.jspecify.annotations.NullMarked;
