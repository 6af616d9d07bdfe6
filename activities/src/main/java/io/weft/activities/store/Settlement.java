package io.weft.activities.store;

import io.weft.activities.merge.Base;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.Both;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last transaction of a pass.
 *
 * @param results outcomes of intents not confirmed before
 * @param bases what both bases become; null leaves a side as it is
 * @param digests digest of each base as a feed row of it would have, for the echo rule; null with
 *     an unchanged base
 * @param covered how each delivery noted at the start ended; those left out stay open
 * @param seen per side: what a read after our own write showed to be in agreement, which covers
 *     deliveries that came in since; null if there was no such read
 * @param link what changes on the link
 * @param said instructions that this pass carried out, for the audit
 * @param remarks decisions worth an audit row although nothing was sent (a loser of a conflict that
 *     needed no write)
 * @param again whether another look is wanted: leaves a hint of our own
 * @param unpark whether the pair's entry on the desk is closed
 */
public record Settlement(
    List<IntentResult> results,
    Both<@Nullable Base> bases,
    Both<@Nullable String> digests,
    Map<Long, Disposition> covered,
    Both<@Nullable Seen> seen,
    LinkChange link,
    List<Instruction> said,
    List<FieldDecision> remarks,
    boolean again,
    boolean unpark) {
  public Settlement {
    results = List.copyOf(results);
    covered = new LinkedHashMap<>(covered);
    said = List.copyOf(said);
    remarks = List.copyOf(remarks);
  }

  /**
   * How the pair's open deliveries end with this settlement; those not named stay open.
   *
   * @param noted what the sheet listed when the pass opened
   * @param open what is open now
   */
  public Map<Long, Disposition> endings(List<Delivery> noted, List<Delivery> open) {
    Set<Long> known = new HashSet<>();
    noted.forEach(delivery -> known.add(delivery.hintId()));
    Map<Long, Disposition> endings = new LinkedHashMap<>();
    for (Delivery delivery : open) {
      Disposition named = covered.get(delivery.hintId());
      if (named != null) {
        endings.put(delivery.hintId(), named);
      } else if (!known.contains(delivery.hintId()) && wasSeen(delivery)) {
        endings.put(delivery.hintId(), Disposition.EQUAL);
      }
    }
    return endings;
  }

  private boolean wasSeen(Delivery delivery) {
    Seen read = seen.of(delivery.hint().record().side());
    return read != null && read.covers(delivery);
  }

  /**
   * A read that showed agreement.
   *
   * @param mark the newest hint stored before the read began, see {@link PassStore#mark}
   * @param modifiedOn the record's time of change as read; hints that name this or an earlier one
   *     are covered too
   */
  public record Seen(long mark, @Nullable Instant modifiedOn) {
    /** Whether the read was young enough to have seen what this delivery tells of. */
    boolean covers(Delivery delivery) {
      Instant named = delivery.hint().modifiedOn();
      return delivery.hintId() <= mark
          || (modifiedOn != null && named != null && !named.isAfter(modifiedOn));
    }
  }
}
