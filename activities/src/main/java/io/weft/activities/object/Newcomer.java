package io.weft.activities.object;

import io.weft.activities.value.Snapshot;

/** A record seen for the first time, as it is now. */
public record Newcomer(Snapshot snapshot) {}
