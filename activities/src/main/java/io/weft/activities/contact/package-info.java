/** Contacts of accounts and contact persons of customers. */
@NullMarked
package io.weft.activities.contact;

import org.jspecify.annotations.NullMarked;
