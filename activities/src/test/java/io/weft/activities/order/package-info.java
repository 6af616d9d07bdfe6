/** Rooms of orders, each by itself; against the sandbox they are tested in its module. */
@NullMarked
package io.weft.activities.order;

import org.jspecify.annotations.NullMarked;
