package io.weft.activities.contact;

import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.FactStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A contact that is linked for the first time may be its account's primary contact, which could not
 * be named on the other side until then: so its account is looked at once more. Thread-safe.
 */
public final class PrimaryContacts {
  private final SyncObjects objects;
  private final LinkStore links;
  private final FactStore facts;
  private final Consumer<List<Hint>> tell;
  private final Clock clock;

  /**
   * @param tell stores hints and tells their runs
   */
  public PrimaryContacts(
      SyncObjects objects,
      LinkStore links,
      FactStore facts,
      Consumer<List<Hint>> tell,
      Clock clock) {
    this.objects = objects;
    this.links = links;
    this.facts = facts;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Tells the account of a contact whose pair is live, once for each contact person; twice where an
   * attempt ends in between.
   */
  public void tell(PairId pair) {
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
