package io.weft.activities.load;

import io.weft.activities.load.Freshness.Now;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.Iterator;
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
        leads(route(account)),
        true,
        List.of());
  }

  /** Those that are there, and their partners that are to be made; in their order. */
  List<LinkWanted> made(List<Snapshot> all) {
    List<PairId> numbered =
        all.stream().filter(Wishes::isOfCreatio).map(one -> pair(new Newcomer(one))).toList();
    Iterator<String> keys = arrival.newD365Keys(numbered, links).iterator();
    return all.stream()
        .map(one -> made(one, isOfCreatio(one) ? keys.next() : one.record().key()))
        .toList();
  }

  private static boolean isOfCreatio(Snapshot snapshot) {
    return snapshot.record().side() == Side.CREATIO;
  }

  private PairId pair(Newcomer newcomer) {
    Snapshot snapshot = newcomer.snapshot();
    return subject.pair(
        isOfCreatio(snapshot) ? snapshot.record().key() : arrival.newCreatioId(newcomer));
  }

  private LinkWanted made(Snapshot snapshot, String d365Key) {
    Newcomer newcomer = new Newcomer(snapshot);
    return new LinkWanted(
        pair(newcomer),
        d365Key,
        isOfCreatio(snapshot) ? null : party(snapshot),
        null,
        snapshot.record().side(),
        leads(route(snapshot)),
        false,
        arrival.matchKeys(newcomer));
  }

  private List<LegalEntity> route(Snapshot snapshot) {
    return arrival.route(new Newcomer(snapshot)) instanceof Route.To to
        ? to.legalEntities()
        : List.of(subject.legalEntity());
  }

  /**
   * Whether the link of an account would lead, if no other does; the account is null where it is to
   * be made.
   */
  boolean leads(@Nullable Snapshot account) {
    return leads(account == null ? List.of(subject.legalEntity()) : route(account));
  }

  private boolean leads(List<LegalEntity> all) {
    List<LegalEntity> places =
        all.contains(subject.legalEntity()) ? all : List.of(subject.legalEntity());
    return arrival.leads(subject.legalEntity(), places);
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
