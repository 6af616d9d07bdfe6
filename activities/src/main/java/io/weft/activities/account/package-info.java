/** What is special about accounts and customers. */
@NullMarked
package io.weft.activities.account;

import org.jspecify.annotations.NullMarked;
