package io.weft.activities.load;

import io.weft.activities.store.Link;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.NewPair;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Finding;
import io.weft.activities.store.LoadRecordStore.Judgement;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes work of what was found: one partner for each record, or a person decides. Both sides are
 * gone through; the same pair is added once.
 */
final class Resolving {
  private final LoadStores stores;
  private final Subject subject;

  Resolving(LoadStores stores, Subject subject) {
    this.stores = stores;
    this.subject = subject;
  }

  Stage.Step of(Side side) {
    return (place, move) -> page(side, place, move);
  }

  private void page(Side side, LoadPlace place, LoadMove move) {
    Pages.Page page = new Pages(stores, subject).after(side, place);
    Acquaintances known = Acquaintances.of(stores, subject, side, page.records());
    Map<String, Link> links = stores.records().links(subject.load(), side, page.keys());
    List<NewPair> pairs = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (LoadRecord record : page.records()) {
      LoadVerdict verdict = known.verdict(record);
      judgements.add(new Judgement(record.sequence(), verdict, null, null));
      move.counts().add(Names.record(side, verdict));
      pairs.addAll(pairs(side, record, verdict, known, links.get(record.record().key())));
    }
    stores.pairs().add(page.end(move), side, judgements, pairs);
  }

  private List<NewPair> pairs(
      Side side, LoadRecord record, LoadVerdict verdict, Acquaintances known, @Nullable Link link) {
    return switch (verdict) {
      case LINKED ->
          link == null
              ? List.of()
              : List.of(
                  new NewPair(
                      link.creatioId(), link.d365Key(), Kind.LINKED, State.TODO, 100, null));
      case SURE ->
          known.sure(record).stream()
              .map(finding -> pair(finding, Kind.SURE, State.TODO, known))
              .toList();
      case DOUBTFUL ->
          known.findings(record).stream()
              .map(finding -> pair(finding, Kind.DOUBTFUL, State.REVIEW, known))
              .toList();
      case NEW -> List.of(alone(side, record, kindOfNew(side), makes(side)));
      case DUPLICATE -> List.of(alone(side, record, Kind.DUPLICATE, State.LEFT));
      case REFUSED -> List.of(alone(side, record, Kind.REFUSED, State.TODO));
      case SCANNED, OUT_OF_SCOPE, ELSEWHERE, WAITS -> List.of();
    };
  }

  private static Kind kindOfNew(Side side) {
    return side == Side.CREATIO ? Kind.NEW_IN_CREATIO : Kind.NEW_IN_D365;
  }

  private State makes(Side side) {
    return subject.makes(side.other()) ? State.TODO : State.LEFT;
  }

  private static NewPair pair(Finding finding, Kind kind, State state, Acquaintances known) {
    return new NewPair(
        known.account(finding).record().key(),
        known.customer(finding).record().key(),
        kind,
        state,
        finding.score(),
        finding.evidence());
  }

  private static NewPair alone(Side side, LoadRecord record, Kind kind, State state) {
    String key = record.record().key();
    return side == Side.CREATIO
        ? new NewPair(key, null, kind, state, 0, null)
        : new NewPair(null, key, kind, state, 0, null);
  }
}
