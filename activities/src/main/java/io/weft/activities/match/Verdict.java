package io.weft.activities.match;

/**
 * What two records are to each other, and why.
 *
 * @param score how much speaks for it, in points from 0: an equal name is 30, the same tax number
 *     50; only to be compared with other scores
 * @param basis the strongest thing that they share
 */
public record Verdict(Grade grade, int score, Basis basis, Evidence evidence) {}
