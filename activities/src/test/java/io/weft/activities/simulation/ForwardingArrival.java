package io.weft.activities.simulation;

import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkStore.NumberRange;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import java.util.List;
import java.util.Optional;

/** An arrival that does what the one behind it does; mutations override what they break. */
class ForwardingArrival implements Arrival {
  final Arrival arrival;

  ForwardingArrival(Arrival arrival) {
    this.arrival = arrival;
  }

  @Override
  public Route route(Newcomer newcomer) {
    return arrival.route(newcomer);
  }

  @Override
  public Meeting meet(Newcomer newcomer, LegalEntity legalEntity) {
    return arrival.meet(newcomer, legalEntity);
  }

  @Override
  public Optional<Snapshot> named(Newcomer newcomer, LegalEntity legalEntity, String key) {
    return arrival.named(newcomer, legalEntity, key);
  }

  @Override
  public String newCreatioId(Newcomer newcomer) {
    return arrival.newCreatioId(newcomer);
  }

  @Override
  public NumberRange numbers(LegalEntity legalEntity) {
    return arrival.numbers(legalEntity);
  }

  @Override
  public String newD365Key(PairId pair, LinkStore links) {
    return arrival.newD365Key(pair, links);
  }

  @Override
  public boolean leads(LegalEntity legalEntity, List<LegalEntity> all) {
    return arrival.leads(legalEntity, all);
  }

  @Override
  public List<String> matchKeys(Newcomer newcomer) {
    return arrival.matchKeys(newcomer);
  }
}
