/** The OData endpoint {@code /data}. */
@NullMarked
package io.weft.sandbox.d365.data;

import org.jspecify.annotations.NullMarked;
