package io.weft.activities.load;

import io.weft.activities.load.Freshness.Now;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links that a load wants, as an introduction of the same records would want them. */
final class Wishes {
  private final Subject subject;
  private final LinkStore links;
  private final Arrival arrival;

  Wishes(Subject subject, LinkStore links) {
    this.subject = subject;
    this.links = links;
    this.arrival = subject.object().arrival();
  }

  /** Two that are there. */
  LinkWanted both(Snapshot account, Snapshot customer) {
    return new LinkWanted(
        subject.pair(account.record().key()),
        customer.record().key(),
        party(customer),
        null,
        Side.CREATIO,
        leads(account.record().key(), route(account)),
        true,
        List.of());
  }

  /** One that is there, and its partner that is to be made. */
  LinkWanted made(Snapshot snapshot) {
    Newcomer newcomer = new Newcomer(snapshot);
    boolean fromCreatio = snapshot.record().side() == Side.CREATIO;
    String creatioId = fromCreatio ? snapshot.record().key() : arrival.newCreatioId(newcomer);
    PairId pair = subject.pair(creatioId);
    return new LinkWanted(
        pair,
        fromCreatio ? arrival.newD365Key(pair, links) : snapshot.record().key(),
        fromCreatio ? null : party(snapshot),
        null,
        snapshot.record().side(),
        leads(creatioId, route(snapshot)),
        false,
        arrival.matchKeys(newcomer));
  }

  private List<LegalEntity> route(Snapshot snapshot) {
    return arrival.route(new Newcomer(snapshot)) instanceof Route.To to
        ? to.legalEntities()
        : List.of(subject.legalEntity());
  }

  /** Whether the link of an account would lead; the account is null where it is to be made. */
  boolean leads(String creatioId, @Nullable Snapshot account) {
    return leads(creatioId, account == null ? List.of(subject.legalEntity()) : route(account));
  }

  private boolean leads(String creatioId, List<LegalEntity> all) {
    List<LegalEntity> places =
        all.contains(subject.legalEntity()) ? all : List.of(subject.legalEntity());
    return arrival.leads(subject.legalEntity(), places)
        && links.linksOf(RecordRef.creatio(subject.name(), creatioId)).stream()
            .noneMatch(Link::leading);
  }

  private static @Nullable String party(Snapshot customer) {
    String party = customer.fields().get("PartyNumber").text();
    return party.isEmpty() ? null : party;
  }

  /** The record as it is now; null where it is gone or not ours. */
  static @Nullable Snapshot there(@Nullable Now now) {
    if (now instanceof Now.Same same) {
      return same.snapshot();
    }
    return now instanceof Now.Changed changed ? changed.snapshot() : null;
  }
}
