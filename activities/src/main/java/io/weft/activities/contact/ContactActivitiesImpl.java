package io.weft.activities.contact;

import io.weft.activities.object.Provisional;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempts;
import io.weft.activities.pass.Pass;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.contact.ContactActivities;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.PassRequest;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reconciles contacts with contact persons; safe to repeat and beside its twin, see {@link Pass}. A
 * contact that is linked for the first time may be its account's primary contact, which could not
 * be named on the other side until then: so its account is looked at once more.
 */
public final class ContactActivitiesImpl implements ContactActivities {
  private final Pass pass;
  private final SyncObjects objects;
  private final LinkStore links;
  private final FactStore facts;
  private final Consumer<List<Hint>> tell;
  private final Clock clock;

  /**
   * @param tell stores hints and tells their runs
   */
  public ContactActivitiesImpl(
      Pass pass,
      SyncObjects objects,
      LinkStore links,
      FactStore facts,
      Consumer<List<Hint>> tell,
      Clock clock) {
    this.pass = pass;
    this.objects = objects;
    this.links = links;
    this.facts = facts;
    this.tell = tell;
    this.clock = clock;
  }

  @Override
  public PassOutcome reconcileContact(PassRequest request) {
    PassOutcome outcome = pass.run(objects.of(request.pair()), request, Attempts.current(clock));
    tellAccount(request.pair());
    return outcome;
  }

  /** Once for each contact person; told twice where an attempt ends in between. */
  void tellAccount(PairId pair) {
    Optional<Link> live =
        links.find(pair).filter(l -> l.state() == LinkState.LIVE && !Provisional.is(l.d365Key()));
    if (live.isEmpty()) {
      return;
    }
    String told = "primary-told/" + pair.path() + "/" + live.get().d365Key();
    if (facts.fact(told).isEmpty()) {
      account(live.get()).ifPresent(tell);
      facts.keep(told, clock.instant().toString());
    }
  }

  private Optional<List<Hint>> account(Link link) {
    return objects
        .of(link.pair())
        .records()
        .of(Side.CREATIO)
        .read(link.record(Side.CREATIO))
        .map((Snapshot contact) -> contact.fields().get(ContactRows.ACCOUNT).text())
        .filter(account -> !account.isEmpty())
        .map(Customers::account)
        .map(account -> List.of(Hint.of(account, Origin.RELEASE, clock.instant())));
  }
}
