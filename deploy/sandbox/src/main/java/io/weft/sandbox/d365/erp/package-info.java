/** The ERP behind the entities: tables, parties, rules and side effects of writes. */
@NullMarked
package io.weft.sandbox.d365.erp;

import org.jspecify.annotations.NullMarked;
