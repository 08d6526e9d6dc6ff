/**
 * Ids of another tenant in every place of every route: answered like ids that never existed. Which
 * routes there are says the gateway's {@code routes.txt}, which places {@code crossing-places.txt}.
 */
@NullMarked
package io.rollbook.standalone.crossing;

import org.jspecify.annotations.NullMarked;
