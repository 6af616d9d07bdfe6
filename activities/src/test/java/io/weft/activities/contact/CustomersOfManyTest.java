package io.weft.activities.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.d365.D365Client;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.TestClock;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often D365 is asked for the customers of a page of contact persons. */
final class CustomersOfManyTest {
  private static final int PERSONS = 45;

  private final ContactWorld world = new ContactWorld();
  private final AtomicInteger queries = new AtomicInteger();
  private final TestClock clock = new TestClock(Instant.EPOCH);
  private final CustomersOfMany customers =
      new CustomersOfMany(ContactWorld.USMF, new NoAccounts(), world.links, counting(), clock);

  /** No customer has any of the parties. */
  private D365Client counting() {
    return (D365Client)
        Proxy.newProxyInstance(
            D365Client.class.getClassLoader(),
            new Class<?>[] {D365Client.class},
            (proxy, method, arguments) -> {
              queries.incrementAndGet();
              return method.getName().equals("query")
                  ? new Page(List.of(), null, null)
                  : Optional.empty();
            });
  }

  private static List<Row> persons() {
    List<Row> persons = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      persons.add(Row.of(Map.of(PersonRows.OF, "V" + i, PersonRows.KEY, "0000" + i)));
      persons.add(Row.of(Map.of(PersonRows.OF, "V" + i, PersonRows.KEY, "0001" + i)));
    }
    return persons;
  }

  private void askForEach() {
    for (int i = 0; i < PERSONS; i++) {
      assertThat(customers.byParty("V" + i, ContactWorld.USMF)).isEmpty();
      assertThat(customers.customer("V" + i, ContactWorld.USMF)).isEmpty();
    }
  }

  @Test
  void thoseOfAPageAreAskedForTogetherAndRememberedForAWhile() {
    customers.meetPersons(persons());
    askForEach();
    assertThat(queries).hasValue(3);

    clock.advance(Duration.ofMinutes(1));
    customers.meetPersons(persons());
    askForEach();

    assertThat(queries).hasValue(6);
  }

  @Test
  void whoseLinkKnowsThePartyIsNotAskedFor() {
    Link acme = world.account(ContactWorld.ACME, ContactWorld.USMF, "P1", LinkState.LIVE);

    customers.meetPersons(List.of(Row.of(Map.of(PersonRows.OF, "P1", PersonRows.KEY, "000012"))));

    assertThat(customers.byParty("P1", ContactWorld.USMF)).contains(acme);
    assertThat(queries).hasValue(0);
  }

  private static final class NoAccounts implements SyncObjects {
    @Override
    public SyncObject of(SyncObjectName object, LegalEntity legalEntity) {
      throw new IllegalStateException("nobody asks for accounts here");
    }

    @Override
    public SyncObject arriving(RecordRef record) {
      throw new IllegalStateException("nobody asks for accounts here");
    }
  }
}
