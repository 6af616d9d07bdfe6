/** Account and customer kept in step. */
@NullMarked
package io.weft.workflows.account;

import org.jspecify.annotations.NullMarked;
