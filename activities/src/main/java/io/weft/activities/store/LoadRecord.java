package io.weft.activities.store;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scanned record of a load.
 *
 * @param sequence its place in the scan of its side, from 1
 * @param digest of its fields as they were scanned
 * @param title what people call it
 * @param contents its fields as they were scanned; none where they were not asked for, and once the
 *     load is over
 * @param note why it is left out or refused; null where the verdict says it all
 * @param home records of the same home are gone through together where alike ones are sought
 * @param cluster the first of those on its own side that it is alike to; null if it is like none
 */
public record LoadRecord(
    long sequence,
    RecordRef record,
    String digest,
    @Nullable Instant modifiedOn,
    String title,
    Fields contents,
    LoadVerdict verdict,
    @Nullable String note,
    long home,
    @Nullable Long cluster) {
  /** The record as it was scanned. */
  public Snapshot snapshot() {
    return new Snapshot(record, contents, null, modifiedOn, null);
  }

  /** The same without its contents. */
  public LoadRecord outline() {
    return new LoadRecord(
        sequence, record, digest, modifiedOn, title, Fields.none(), verdict, note, home, cluster);
  }
}
