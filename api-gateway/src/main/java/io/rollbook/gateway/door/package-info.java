/**
 * One door for each route: who may pass, and to which endpoint. Every answer leaves through here,
 * also after a fault. May not decide what a service decides.
 */
@NullMarked
package io.rollbook.gateway.door;

import org.jspecify.annotations.NullMarked;
