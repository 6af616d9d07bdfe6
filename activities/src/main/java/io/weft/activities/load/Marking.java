package io.weft.activities.load;

import io.weft.activities.store.Link;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Map;

/** Marks what was linked before the load: links come before all likeness. */
final class Marking {
  private final LoadStores stores;
  private final Subject subject;

  Marking(LoadStores stores, Subject subject) {
    this.stores = stores;
    this.subject = subject;
  }

  Stage.Step of(Side side) {
    return (place, move) -> page(side, place, move);
  }

  private void page(Side side, LoadPlace place, LoadMove move) {
    Pages.Page page = new Pages(stores, subject).after(side, place);
    Map<String, Link> links = stores.records().links(subject.load(), side, page.keys());
    List<Judgement> judgements =
        page.records().stream()
            .filter(record -> links.containsKey(record.record().key()))
            .map(Marking::linked)
            .toList();
    stores.records().judge(page.end(move), side, judgements, List.of());
  }

  private static Judgement linked(LoadRecord record) {
    return new Judgement(record.sequence(), LoadVerdict.LINKED, null, null);
  }
}
