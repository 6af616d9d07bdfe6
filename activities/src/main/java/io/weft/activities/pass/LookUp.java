package io.weft.activities.pass;

import io.weft.activities.store.Link;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for a D365 record whose number is not known yet. */
final class LookUp {
  private LookUp() {}

  /**
   * The record, null if there is none; it tells its number.
   *
   * @param like what was sent, or the record of the other side that it is made from
   */
  static @Nullable Snapshot d365(Work work, Fields like) {
    Snapshot found = anybodys(work, like);
    Link other = found == null ? null : taker(work, found);
    if (found != null && other != null) {
      throw new DoubledRecord(PassProblems.partnerTaken(found.record(), other));
    }
    return found;
  }

  /** As {@link #d365}, also where another pair has been linked with the record meanwhile. */
  static @Nullable Snapshot anybodys(Work work, Fields like) {
    Link link = work.link();
    RecordRef wanted = link.record(Side.D365);
    work.attempt.beforeSend();
    List<Snapshot> found = work.object.records().d365().find(wanted, like);
    if (found.size() > 1) {
      List<String> keys = found.stream().map(snapshot -> snapshot.record().key()).toList();
      throw new DoubledRecord(PassProblems.doubled(wanted, keys));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** The other pair that the record is linked with, null if there is none. */
  static @Nullable Link taker(Work work, Snapshot found) {
    PairId own = work.link().pair();
    return work.links.linksOf(found.record()).stream()
        .filter(other -> other.pair().legalEntity().equals(own.legalEntity()))
        .filter(other -> !other.pair().equals(own) && !other.state().hasEnded())
        .findFirst()
        .orElse(null);
  }
}
