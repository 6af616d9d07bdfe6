/** One governor per connection: how much we may ask of a system, and who goes first. */
@NullMarked
package io.weft.activities.governor;

import org.jspecify.annotations.NullMarked;
