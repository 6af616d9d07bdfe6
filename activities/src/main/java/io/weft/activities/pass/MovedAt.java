package io.weft.activities.pass;

import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** When each side moved, as far as anybody can tell: what newest-wins compares. */
final class MovedAt {
  private MovedAt() {}

  /** Creatio stamps its records. */
  static @Nullable Instant creatio(Work work) {
    Snapshot now = work.now.of(Side.CREATIO);
    return now == null ? null : now.modifiedOn();
  }

  /** D365 exposes no time of change: the first word that we had of it has to do. */
  static Instant d365(Work work) {
    return work.sheet.deliveries().stream()
        .filter(d -> d.hint().record().side() == Side.D365)
        .map(d -> d.hint().modifiedOn() == null ? d.hint().seenAt() : d.hint().modifiedOn())
        .min(Comparator.naturalOrder())
        .orElseGet(work.attempt.clock()::instant);
  }
}
