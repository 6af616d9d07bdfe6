package io.weft.workflows.pass;

import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that a record may have changed. Only a hint: the pass reads both sides again, so doubled,
 * late, reordered and even forged hints do no harm.
 *
 * @param seenAt when we learned of it
 * @param modifiedOn the record's own time of change as the messenger gave it, null if it gave none
 *     or one that is not exact to the millisecond
 * @param by who made the change, as far as the messenger knows; an id, never a name
 * @param gone whether the messenger says that the record was deleted
 */
public record Hint(
    RecordRef record,
    Origin origin,
    Instant seenAt,
    @Nullable Instant modifiedOn,
    @Nullable String by,
    boolean gone) {
  /** A hint without further knowledge. */
  public static Hint of(RecordRef record, Origin origin, Instant seenAt) {
    return new Hint(record, origin, seenAt, null, null, false);
  }
}
