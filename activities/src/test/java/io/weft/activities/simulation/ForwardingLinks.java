package io.weft.activities.simulation;

import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A link store that does what the one behind it does; mutations override what they break. */
class ForwardingLinks implements LinkStore {
  final LinkStore store;

  ForwardingLinks(LinkStore store) {
    this.store = store;
  }

  @Override
  public List<Link> linksOf(RecordRef record) {
    return store.linksOf(record);
  }

  @Override
  public Optional<Link> find(PairId pair) {
    return store.find(pair);
  }

  @Override
  public List<Link> byParty(String partyNumber) {
    return store.byParty(partyNumber);
  }

  @Override
  public Optional<RecordRef> byGuid(String dataverseGuid) {
    return store.byGuid(dataverseGuid);
  }

  @Override
  public Linking link(LinkWanted wanted) {
    return store.link(wanted);
  }

  @Override
  public Link change(Link seen, LinkChange change) {
    return store.change(seen, change);
  }

  @Override
  public Linking move(Link seen, String survivorId) {
    return store.move(seen, survivorId);
  }

  @Override
  public String number(PairId pair, NumberRange range) {
    return store.number(pair, range);
  }

  @Override
  public String nextNumber(PairId pair, String refused, NumberRange range) {
    return store.nextNumber(pair, refused, range);
  }

  @Override
  public List<Link> beingMade(SyncObjectName object, LegalEntity legalEntity) {
    return store.beingMade(object, legalEntity);
  }

  @Override
  public List<Link> list(@Nullable LinkState state, @Nullable PairId after, int limit) {
    return store.list(state, after, limit);
  }

  @Override
  public boolean part(PairId pair) {
    return store.part(pair);
  }
}
