/** Orders of Creatio carried over to D365 as sales orders, and their fate brought back. */
@NullMarked
package io.weft.workflows.order;

import org.jspecify.annotations.NullMarked;
