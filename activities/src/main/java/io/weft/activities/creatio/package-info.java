/** Creatio over OData 4 and DataService. */
@NullMarked
package io.weft.activities.creatio;

import org.jspecify.annotations.NullMarked;
