package io.weft.activities.object;

import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import java.util.Optional;

/** How a newcomer of one object finds its place. Methods may throw what the clients throw. */
public interface Arrival {
  /** The legal entities of a newcomer, or why it has none. */
  Route route(Newcomer newcomer);

  /** Looks on the other side for the same company. Safe to repeat. */
  Meeting meet(Newcomer newcomer, LegalEntity legalEntity);

  /** The record of the other side under that key, for an operator's word. */
  Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key);

  /** The id of the Creatio record to be made for a D365 newcomer: always the same one. */
  String newCreatioId(Newcomer newcomer);

  /** The range that numbers of D365 records to be made in a legal entity come from. */
  NumberRange numbers(LegalEntity legalEntity);

  /** As {@link #newD365Keys} for one. */
  default String newD365Key(PairId pair, LinkStore links) {
    return newD365Keys(List.of(pair), links).get(0);
  }

  /**
   * The keys of D365 records to be made in one legal entity, fixed before anything is sent: numbers
   * of ours, the same on each call; or, where D365 assigns numbers, {@link Provisional} ones. In
   * the order of the pairs.
   */
  default List<String> newD365Keys(List<PairId> pairs, LinkStore links) {
    return pairs.isEmpty() ? List.of() : links.numbers(pairs, numbers(pairs.get(0).legalEntity()));
  }

  /** Whether this legal entity speaks for the fields that all share. */
  boolean leads(LegalEntity legalEntity, List<LegalEntity> all);

  /** What no other newcomer may claim while this one's partner is being made. */
  List<String> matchKeys(Newcomer newcomer);

  /** The record that a D365 key names in a legal entity, for links. */
  default RecordRef d365(Newcomer newcomer, LegalEntity legalEntity, String key) {
    return RecordRef.d365(newcomer.snapshot().record().object(), legalEntity, key);
  }
}
