package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
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
  private final Faces faces;

  Twins(LoadStores stores, Subject subject, Faces faces) {
    this.stores = stores;
    this.subject = subject;
    this.faces = faces;
  }

  Stage.Step of(Side side) {
    return (place, move) -> page(side, place, move);
  }

  private void page(Side side, LoadPlace place, LoadMove move) {
    Pages.Near page = new Pages(stores, subject).near(side, place, faces);
    Neighbourhood around = Neighbourhood.of(stores, subject, faces, page.faces(), side);
    List<Judgement> judgements = new ArrayList<>();
    for (List<Face> portion : around.portions()) {
      Neighbours neighbours = around.of(portion);
      portion.stream()
          .filter(record -> record.record().verdict().isOwn())
          .forEach(record -> judgements.addAll(alike(record, neighbours)));
    }
    stores.records().judge(page.end(move), side, judgements, List.of());
  }

  /** Each two are looked at once, by the first of them, which both are put to. */
  private static List<Judgement> alike(Face first, Neighbours neighbours) {
    List<Judgement> judgements = new ArrayList<>();
    for (Face other : neighbours.of(first)) {
      boolean counts = other.record().sequence() > first.record().sequence();
      if (counts && other.record().verdict().isOwn() && isSame(first, other)) {
        judgements.add(clustered(first.record(), first.record()));
        judgements.add(clustered(other.record(), first.record()));
      }
    }
    return judgements;
  }

  private static Judgement clustered(LoadRecord record, LoadRecord first) {
    return new Judgement(record.sequence(), record.verdict(), null, first.sequence());
  }

  private static boolean isSame(Face first, Face other) {
    return first.compare(other).filter(alike -> alike.grade().isSure()).isPresent();
  }
}
