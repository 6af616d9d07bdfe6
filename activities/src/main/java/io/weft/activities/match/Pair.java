package io.weft.activities.match;

import io.weft.workflows.record.RecordRef;

/** A record of either side that may be the same company. */
public record Pair(RecordRef left, RecordRef right, Verdict verdict) {}
