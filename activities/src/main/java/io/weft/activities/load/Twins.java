package io.weft.activities.load;

import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Grade;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds records that are the same within one system, and puts them into clusters by the first of
 * them. Nothing is made for such a record by itself: two partners would be made for one company.
 */
final class Twins {
  private final LoadStores stores;
  private final Subject subject;

  Twins(LoadStores stores, Subject subject) {
    this.stores = stores;
    this.subject = subject;
  }

  Stage.Step of(Side side) {
    return (place, move) -> page(side, place, move);
  }

  private void page(Side side, LoadPlace place, LoadMove move) {
    Pages.Page page = new Pages(stores, subject).near(side, place);
    Neighbourhood around = new Neighbourhood(stores, subject, page.records(), side);
    List<Judgement> judgements = new ArrayList<>();
    for (List<LoadRecord> records : around.portions()) {
      Neighbours neighbours = around.of(records);
      records.forEach(one -> judgements.addAll(alike(one, neighbours)));
    }
    stores.records().judge(page.end(move), side, judgements, List.of());
  }

  /** Each two are looked at once, by the first of them, which both are put to. */
  private static List<Judgement> alike(LoadRecord record, Neighbours neighbours) {
    List<Judgement> judgements = new ArrayList<>();
    for (LoadRecord other : neighbours.of(record)) {
      boolean counts = other.sequence() > record.sequence() && other.verdict().isOwn();
      if (counts && record.verdict().isOwn() && isSame(record, other, neighbours)) {
        judgements.add(clustered(record, record));
        judgements.add(clustered(other, record));
      }
    }
    return judgements;
  }

  private static Judgement clustered(LoadRecord record, LoadRecord first) {
    return new Judgement(record.sequence(), record.verdict(), null, first.sequence());
  }

  private static boolean isSame(LoadRecord record, LoadRecord other, Neighbours neighbours) {
    return neighbours
        .compare(record, other)
        .filter(alike -> alike.grade() != Grade.DOUBTFUL)
        .isPresent();
  }
}
