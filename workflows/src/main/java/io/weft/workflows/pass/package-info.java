/** What goes into one reconciliation of a pair and what comes out of it. */
@NullMarked
package io.weft.workflows.pass;

import org.jspecify.annotations.NullMarked;
