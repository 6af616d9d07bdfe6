/** Orders of Creatio as sales orders of D365: header, lines, totals, and what comes back. */
@NullMarked
package io.weft.activities.order;

import org.jspecify.annotations.NullMarked;
