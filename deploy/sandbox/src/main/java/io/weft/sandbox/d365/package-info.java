/** A Dynamics 365 Finance and Operations tenant, with the Dataverse that is linked to it. */
@NullMarked
package io.weft.sandbox.d365;

import org.jspecify.annotations.NullMarked;
