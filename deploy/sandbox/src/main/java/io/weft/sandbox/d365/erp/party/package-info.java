/** The global address book as sets, and the contact persons that belong to it. */
@NullMarked
package io.weft.sandbox.d365.erp.party;

import org.jspecify.annotations.NullMarked;
