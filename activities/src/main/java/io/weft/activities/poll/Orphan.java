package io.weft.activities.poll;

import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A row below a record, told of by an event that does not name the record: a line of some order.
 *
 * @param set the row's set, as its system calls it
 * @param key what names the row: its id in Creatio, a number in D365
 * @param legalEntity null in Creatio
 */
public record Orphan(
    SyncObjectName object, Side side, String set, String key, @Nullable LegalEntity legalEntity) {}
