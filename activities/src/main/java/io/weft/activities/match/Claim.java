package io.weft.activities.match;

/**
 * A pair as its left record sees it.
 *
 * @param chosen whether the right one is the left one's only choice: sure, and no other comes near
 */
public record Claim(Pair pair, boolean chosen) {}
