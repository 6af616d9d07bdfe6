package io.weft.activities.store;

import io.weft.activities.value.Fields;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A remote write announced before it leaves; its row becomes the audit row (G6).
 *
 * @param id unique, made by the pass
 * @param before the target's values before, of the fields written
 * @param sent the values sent
 * @param counterpart the other side's values that these were made from, in its own form; what its
 *     base becomes when the write is confirmed
 * @param guard the version the write depends on (ETag or time of change)
 * @param decisions rule, loser, rival and reason per field
 * @param deadline until when the announcing attempt may still send
 * @param horizon after which nothing of it can land any more
 */
public record Intent(
    String id,
    PairId pair,
    RecordRef target,
    Kind kind,
    Fields before,
    Fields sent,
    Fields counterpart,
    String guard,
    List<FieldDecision> decisions,
    Instant announcedAt,
    Instant deadline,
    Instant horizon) {
  public Intent {
    decisions = List.copyOf(decisions);
  }

  /** The same write, which carries something else as well that is compared with nothing. */
  public Intent alsoFor(List<FieldDecision> more) {
    List<FieldDecision> all = Stream.concat(decisions.stream(), more.stream()).toList();
    return new Intent(
        id,
        pair,
        target,
        kind,
        before,
        sent,
        counterpart,
        guard,
        all,
        announcedAt,
        deadline,
        horizon);
  }

  /** What the write does. */
  public enum Kind {
    CREATE,
    UPDATE,
    /** Written for the record's life (a hold), not for its content: bases stay as they are. */
    UPKEEP
  }
}
