package io.weft.activities.match;

/** A candidate, and what it is to the record that looks for its like. */
public record Finding(Profile candidate, Verdict verdict) {}
