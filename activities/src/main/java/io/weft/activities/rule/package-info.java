/** What an administrator decides by rule: scope, legal entities, warehouses and more. Pure. */
@NullMarked
package io.weft.activities.rule;

import org.jspecify.annotations.NullMarked;
