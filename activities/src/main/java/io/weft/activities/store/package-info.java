/** What Weft remembers, as interfaces by concern. */
@NullMarked
package io.weft.activities.store;

import org.jspecify.annotations.NullMarked;
