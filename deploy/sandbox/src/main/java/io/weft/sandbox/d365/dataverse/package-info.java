/** The virtual tables of the linked Dataverse, with their change tracking. */
@NullMarked
package io.weft.sandbox.d365.dataverse;

import org.jspecify.annotations.NullMarked;
