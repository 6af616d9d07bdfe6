package io.weft.activities.store;

/**
 * What a settlement found.
 *
 * @param more whether the pair still has open deliveries: pass again
 */
public record Settled(boolean more) {}
