package io.weft.activities.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.mapping.LookUps.Entry;
import io.weft.activities.mapping.Mappings;
import io.weft.activities.poll.FakeCreatio;
import io.weft.activities.poll.FakeD365;
import io.weft.activities.poll.TestClock;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteLookUpsTest {
  private final TestClock clock = new TestClock();
  private final FakeCreatio creatio = new FakeCreatio();
  private final RemoteLookUps lookUps =
      new RemoteLookUps(
          creatio,
          new CodeLists(new FakeD365(), new LegalEntity("usmf"), clock),
          Mappings.shipped(SyncObjectName.ACCOUNT_CUSTOMER, "Usr"),
          clock);

  private void cities(int number) {
    creatio.describe("City", List.of("Id"), "Id", "Name");
    for (int i = 1; i <= number; i++) {
      creatio.put("City", "Id", FakeCreatio.id(i), "Name", "city " + i);
    }
  }

  private void look(int from, int to) {
    for (int i = from; i <= to; i++) {
      assertThat(name(FakeCreatio.id(i))).contains("city " + i);
    }
  }

  private Optional<String> name(String id) {
    return lookUps.byId("City", id).map(entry -> entry.column("Name"));
  }

  @Test
  void aRowIsAskedForOnceInTenMinutes() {
    cities(2);

    look(1, 2);
    look(1, 2);
    assertThat(creatio.asked()).hasSize(2);

    clock.forward(Duration.ofMinutes(11));
    look(1, 1);
    assertThat(creatio.asked()).hasSize(3);
  }

  @Test
  void aLookUpOfWhichManyRowsAreWantedIsReadAsAWhole() {
    cities(2_500);

    look(1, 2_500);

    int singly = 10;
    int pages = 3;
    assertThat(creatio.asked()).hasSize(singly + pages);
  }

  @Test
  void aLongOneIsNot() {
    cities(6_000);

    look(2_001, 2_100);

    assertThat(creatio.asked()).hasSize(100 + 1);
  }

  @Test
  void aRowAddedSinceIsFoundAndIdsAreComparedWithoutCase() {
    cities(20);
    look(1, 20);

    creatio.put("City", "Id", FakeCreatio.id(21), "Name", "city 21");

    assertThat(name(FakeCreatio.id(21).toUpperCase(Locale.ROOT))).contains("city 21");
    assertThat(name(FakeCreatio.id(20).toUpperCase(Locale.ROOT))).contains("city 20");
  }

  @Test
  void whatIsNotThereIsAskedForAgainAfterSomeSeconds() {
    cities(1);
    assertThat(lookUps.byId("City", FakeCreatio.id(2))).isEmpty();
    creatio.put("City", "Id", FakeCreatio.id(2), "Name", "city 2");
    assertThat(lookUps.byId("City", FakeCreatio.id(2))).isEmpty();

    clock.forward(Duration.ofSeconds(6));

    assertThat(lookUps.byId("City", FakeCreatio.id(2)).map(Entry::id)).contains(FakeCreatio.id(2));
  }
}
