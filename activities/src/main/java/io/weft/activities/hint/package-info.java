/** The way of a hint: accepted and stored, handed over to its workflow, caught up after outages. */
@NullMarked
package io.weft.activities.hint;

import org.jspecify.annotations.NullMarked;
