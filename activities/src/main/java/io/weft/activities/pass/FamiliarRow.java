package io.weft.activities.pass;

import io.weft.activities.object.Records;
import io.weft.activities.object.SyncObject;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.LinkState;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hints that tell of D365 only, on a pair at rest: most often our own write coming back as an
 * event. If the record, or all of the document, is as it was last judged, nothing is to be done,
 * and Creatio need not be read. The same rule as for rows of a feed, with the claim held.
 */
final class FamiliarRow {
  private static final Set<Origin> MESSENGERS =
      EnumSet.of(Origin.EVENT, Origin.POLLER, Origin.SWEEP);

  private FamiliarRow() {}

  /**
   * Whether the hints turn out to tell nothing; reads D365 where that can be said at all, for the
   * pass.
   */
  static boolean tellsNothing(Work work) {
    String judged = work.sheet.digests().d365();
    if (judged == null
        || !atRest(work)
        || !work.sheet.deliveries().stream().allMatch(d -> ofD365(d))) {
      return false;
    }
    work.attempt.beforeSend();
    Records records = whole(work.object);
    Optional<Snapshot> now = records.read(work.link().record(Side.D365));
    boolean same = now.isPresent() && String.join("+", records.parts(now.get())).equals(judged);
    if (same) {
      work.digests = work.sheet.digests();
    }
    work.peeked = work.object.document() ? null : now.orElse(null);
    return same;
  }

  private static Records whole(SyncObject object) {
    Both<Records> whole = object.whole();
    return (whole == null ? object.records() : whole).of(Side.D365);
  }

  private static boolean atRest(Work work) {
    boolean certain = work.base(Side.CREATIO).isCertain() && work.base(Side.D365).isCertain();
    return certain
        && work.extent != Extent.UNASKED
        && work.request.progress() == null
        && work.link().state() == LinkState.LIVE
        && work.sheet.openIntents().isEmpty()
        && work.request.instructions().isEmpty()
        && !work.sheet.deliveries().isEmpty();
  }

  private static boolean ofD365(Delivery delivery) {
    boolean d365 = delivery.hint().record().side() == Side.D365;
    return d365 && !delivery.hint().gone() && MESSENGERS.contains(delivery.hint().origin());
  }
}
