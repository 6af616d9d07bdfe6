package io.weft.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param length the longest text that fits, or 0 for no limit; the decimals of a decimal
 * @param absent the value of a row that has none of its own
 * @param target the table a look-up points to, or the type of an enum
 */
public record Column(
    String name, Kind kind, int length, @Nullable Object absent, @Nullable String target) {}
