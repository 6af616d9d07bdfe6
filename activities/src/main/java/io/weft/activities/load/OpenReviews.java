package io.weft.activities.load;

import io.weft.activities.introduction.Reviewed;
import io.weft.activities.store.DecisionStore.Decision;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The reviews of loads and plans, for live work: while nobody has decided about a pair of the
 * newest one, no partner is made for one of the two; what was decided holds for good. Thread-safe.
 */
public final class OpenReviews implements Reviewed {
  private static final int NEWEST = 20;

  private final LoadStores stores;

  public OpenReviews(LoadStores stores) {
    this.stores = stores;
  }

  /** The newest load or plan that has come so far that it has pairs to review. */
  Optional<Load> newest(SyncObjectName object, LegalEntity legalEntity) {
    return stores.loads().list(object, legalEntity, false, NEWEST).stream()
        .filter(load -> stores.loads().place(load, Names.resolved(Side.CREATIO)).complete())
        .findFirst();
  }

  @Override
  public boolean areParted(PairId pair, String d365Key) {
    return stores.decisions().parted(pair, d365Key);
  }

  @Override
  public Optional<String> accepted(RecordRef record, LegalEntity legalEntity) {
    boolean inCreatio = record.side() == Side.CREATIO;
    List<String> key = List.of(record.key());
    return stores
        .decisions()
        .of(record.object(), legalEntity, inCreatio ? key : List.of(), inCreatio ? List.of() : key)
        .stream()
        .filter(Decision::accepted)
        .map(one -> inCreatio ? one.d365Key() : one.creatioKey())
        .findFirst();
  }

  @Override
  public Optional<String> undecided(RecordRef record, LegalEntity legalEntity) {
    return newest(record.object(), legalEntity)
        .flatMap(load -> stores.pairs().review(load, record.side(), record.key()))
        .map(pair -> other(pair, record.side()));
  }

  private static String other(LoadPair pair, Side side) {
    return Objects.requireNonNull(side == Side.CREATIO ? pair.d365Key() : pair.creatioKey());
  }
}
