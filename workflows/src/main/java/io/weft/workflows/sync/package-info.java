/** The loop that every sync workflow composes: hints, passes, parking, until quiet. */
@NullMarked
package io.weft.workflows.sync;

import org.jspecify.annotations.NullMarked;
