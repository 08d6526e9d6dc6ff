/**
 * What a query asks for (RFC 7644 §3.4.2, §3.4.3; RFC 9865): the request in both of its forms, the
 * order of the results and which page of them. May not know how anything is found.
 */
@NullMarked
package io.rollbook.scim.query;

import org.jspecify.annotations.NullMarked;
