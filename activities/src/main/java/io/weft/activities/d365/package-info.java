/** Dynamics 365 Finance and Supply Chain over OData, and its change feed in Dataverse. */
@NullMarked
package io.weft.activities.d365;

import org.jspecify.annotations.NullMarked;
