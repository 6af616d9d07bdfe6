/** How financial dimensions are laid out, and what follows when a person changes that. */
@NullMarked
package io.weft.sandbox.d365.erp.dimension;

import org.jspecify.annotations.NullMarked;
