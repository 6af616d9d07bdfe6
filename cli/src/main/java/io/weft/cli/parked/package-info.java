/** What waits for a person, and what it can be told: one class per verb. */
@NullMarked
package io.weft.cli.parked;

import org.jspecify.annotations.NullMarked;
