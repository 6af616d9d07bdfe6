package io.weft.activities.simulation;

import io.weft.activities.value.Fields;
import io.weft.workflows.record.RecordRef;

/** One committed write, as the remote system saw it: the ground truth. */
record Commit(
    int index, RecordRef record, boolean ours, boolean create, Fields before, Fields after) {}
