package io.weft.activities.store;

/** The ledger: {@code accepted} is the sum of all the others at any moment (G1). */
public record HintCounts(
    long accepted,
    long applied,
    long equal,
    long superseded,
    long filtered,
    long discarded,
    long parked,
    long inFlight) {}
