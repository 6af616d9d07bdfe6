/** Data events and business events, sent to an address as they come. */
@NullMarked
package io.weft.sandbox.d365.event;

import org.jspecify.annotations.NullMarked;
