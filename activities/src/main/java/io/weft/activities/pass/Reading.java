package io.weft.activities.pass;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import org.jspecify.annotations.Nullable;

/** Reads both records of a pair, and settles under which number D365's is to be found. */
final class Reading {
  private final LinkStore links;
  private final Settling settling;

  Reading(LinkStore links, Settling settling) {
    this.links = links;
    this.settling = settling;
  }

  /** D365 first, Creatio last: the younger read guards the side that has no row version. */
  void read(Work work) {
    if (Provisional.is(work.d365Key)) {
      lookUp(work);
      return;
    }
    Snapshot d365 = work.peeked == null ? readOne(work, Side.D365) : work.peeked;
    work.peeked = null;
    Snapshot creatio = readOne(work, Side.CREATIO);
    work.now = new Both<>(creatio, d365);
    if (d365 != null && isStranger(work)) {
      takeNextNumber(work);
    }
  }

  /** Its number is not known yet: the Creatio record comes first, as it tells what to look for. */
  private static void lookUp(Work work) {
    Snapshot creatio = readOne(work, Side.CREATIO);
    Snapshot d365 = creatio == null ? null : LookUp.d365(work, creatio.fields());
    if (d365 != null) {
      work.d365Key = d365.record().key();
    }
    work.now = new Both<>(d365 == null ? creatio : readOne(work, Side.CREATIO), d365);
  }

  private static @Nullable Snapshot readOne(Work work, Side side) {
    work.attempt.beforeSend();
    return work.object.records().of(side).read(work.record(side)).orElse(null);
  }

  /** A customer under the number that we reserved, and never sent: somebody else's. */
  static boolean isStranger(Work work) {
    Link link = work.link();
    return link.state() == LinkState.RESERVED
        && link.bornOn() == Side.CREATIO
        && !Provisional.is(link.d365Key()) // found by our own reference
        && work.bases.of(Side.D365) == null;
  }

  private void takeNextNumber(Work work) {
    Link link = work.link();
    LinkStore.NumberRange range = work.object.arrival().numbers(link.pair().legalEntity());
    String next = links.nextNumber(link.pair(), link.d365Key(), range);
    settling.renumber(work, next);
    throw new Pass.StartAgain();
  }
}
