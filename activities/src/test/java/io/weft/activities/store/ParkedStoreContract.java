package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.ParkedStore.Parked;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class ParkedStoreContract extends StoreContract {
  private List<Parked> all() {
    return stores.parked().list(null, null, null, null, 10);
  }

  @Test
  void renewingTheReasonKeepsTheTimeOfParking() {
    stores.parked().park(parkedWork("w-1", "f-1"), START);
    stores.parked().park(parkedWork("w-1", "f-2"), START.plusSeconds(60));

    assertThat(all()).containsExactly(new Parked(parkedWork("w-1", "f-2"), START));
  }

  @Test
  void closingCanBeRepeated() {
    stores.parked().park(parkedWork("w-1", "f-1"), START);

    stores.parked().close("w-1");
    stores.parked().close("w-1");

    assertThat(all()).isEmpty();
  }

  @Test
  void parkingAgainAfterClosingStartsAnew() {
    Instant later = START.plus(Duration.ofHours(1));
    stores.parked().park(parkedWork("w-1", "f-1"), START);
    stores.parked().close("w-1");
    stores.parked().park(parkedWork("w-1", "f-1"), later);

    assertThat(all()).extracting(Parked::since).containsExactly(later);
  }

  @Test
  void theDeskIsListedByAllTheWordsGivenOldestFirst() {
    ParkedWork introduction =
        new ParkedWork(
            "i-1", "contact", null, "contact/creatio/x", parkedWork("", "f-2").problem());
    stores.parked().park(parkedWork("w-2", "f-2"), START.plusSeconds(2));
    stores.parked().park(parkedWork("w-1", "f-1"), START.plusSeconds(1));
    stores.parked().park(introduction, START.plusSeconds(3));

    assertThat(all())
        .extracting(row -> row.work().workflowId())
        .containsExactly("w-1", "w-2", "i-1");
    assertThat(stores.parked().list("w-2", null, null, null, 10)).hasSize(1);
    assertThat(stores.parked().list(null, "f-2", null, null, 10)).hasSize(2);
    assertThat(stores.parked().list(null, "f-2", "contact", null, 10))
        .extracting(Parked::work)
        .containsExactly(introduction);
    assertThat(stores.parked().list(null, null, null, "usmf", 10)).hasSize(2);
    assertThat(stores.parked().list(null, null, "order", null, 10)).isEmpty();
    assertThat(stores.parked().list(null, null, null, null, 1)).hasSize(1);
  }
}
