/** Contacts of accounts and contact persons of customers kept in step. */
@NullMarked
package io.weft.workflows.contact;

import org.jspecify.annotations.NullMarked;
