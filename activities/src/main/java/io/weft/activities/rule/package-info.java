/** What an administrator decides by rule: scope, legal entities, terms. Pure. */
@NullMarked
package io.weft.activities.rule;

import org.jspecify.annotations.NullMarked;
