/** Sales orders: header, lines, sums, and what people do to them in the ERP's own screens. */
@NullMarked
package io.weft.sandbox.d365.erp.order;

import org.jspecify.annotations.NullMarked;
