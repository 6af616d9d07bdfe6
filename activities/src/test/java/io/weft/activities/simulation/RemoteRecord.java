package io.weft.activities.simulation;

import io.weft.activities.value.Fields;
import java.time.Instant;

/** A record as a remote system keeps it. */
record RemoteRecord(Fields fields, long version, Instant modifiedOn, String modifiedBy) {}
