package io.weft.activities.value;

import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record as one system showed it at one moment, in that system's own field names.
 *
 * @param etag D365's row version; null from Creatio
 * @param modifiedOn Creatio's time of change; null from D365, which exposes none
 * @param modifiedBy id of who changed it last, where the system says so
 */
public record Snapshot(
    RecordRef record,
    Fields fields,
    @Nullable String etag,
    @Nullable Instant modifiedOn,
    @Nullable String modifiedBy) {
  /** What guards a write to this record: the ETag, else the time of change, as text. */
  public String version() {
    return etag != null ? etag : String.valueOf(modifiedOn);
  }
}
