/** What the tenant's entities are called: sets, properties, enums, and their forms on the wire. */
@NullMarked
package io.weft.sandbox.d365.schema;

import org.jspecify.annotations.NullMarked;
