package io.weft.activities.store.sql;

import io.weft.activities.store.Incoming;
import io.weft.activities.store.Link;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which rows of a feed tell nothing new: those equal to the base of a pair at rest (most often our
 * own write coming back), judged per pair, and those of records that were left out as they are.
 */
final class Echo {
  private final Wiring wiring;
  private final Claims claims;
  private final IntentRows intents;

  Echo(Wiring wiring) {
    this.wiring = wiring;
    this.claims = new Claims(wiring);
    this.intents = new IntentRows(wiring);
  }

  /**
   * The links for which the row may be news, empty for a record that nobody knows; no value if
   * nobody needs it. The links are locked, so that what is at rest now stays so.
   */
  Optional<List<Link>> moved(Handle handle, Incoming row, List<Link> links) {
    String digest = row.digest();
    if (digest == null || row.filtered() != null) {
      return Optional.of(links);
    }
    RecordRef record = row.hint().record();
    if (links.isEmpty()) {
      return isLeftOut(handle, record, digest) ? Optional.empty() : Optional.of(links);
    }
    List<Link> moved =
        links.stream().filter(link -> !isEcho(handle, link, record.side(), digest)).toList();
    return moved.isEmpty() ? Optional.empty() : Optional.of(moved);
  }

  private boolean isEcho(Handle handle, Link link, Side side, String digest) {
    PairId pair = link.pair();
    return BaseRows.isKnown(handle, pair, side, digest)
        && HintRows.open(handle, pair.path()).isEmpty()
        && !claims.isClaimed(handle, link)
        && !intents.anyOpen(handle, link);
  }

  private boolean isLeftOut(Handle handle, RecordRef record, String digest) {
    boolean known =
        handle
            .createQuery("SELECT 1 FROM left_out WHERE record = :record AND digest = :digest")
            .bind("record", record.path())
            .bind("digest", digest)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    return known && HintRows.open(handle, wiring.introductionId().apply(record)).isEmpty();
  }
}
