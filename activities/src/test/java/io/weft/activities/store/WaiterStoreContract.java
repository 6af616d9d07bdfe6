package io.weft.activities.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who waits for whom. */
abstract class WaiterStoreContract extends StoreContract {
  private static final RecordRef ACCOUNT =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "6f1c0000-0000-0000-0000-000000000001");
  private static final RecordRef OTHER =
      RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, "6f1c0000-0000-0000-0000-000000000002");
  private static final RecordRef ORDER =
      RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, "7a1c0000-0000-0000-0000-000000000001");
  private static final PairId CONTACT =
      new PairId(SyncObjectName.CONTACT, USMF, "8b1c0000-0000-0000-0000-000000000001");

  @Test
  void tellWhoWaitsForARecordOldestFirst() {
    stores.waiters().add(order(ACCOUNT));
    clock.advance(Duration.ofSeconds(1));
    stores.waiters().add(contact(ACCOUNT));

    assertThat(stores.waiters().on(ACCOUNT))
        .extracting(Waiter::key)
        .containsExactly(ORDER.path(), CONTACT.path());
    assertThat(stores.waiters().on(OTHER)).isEmpty();
    assertThat(stores.waiters().list(1)).extracting(Waiter::key).containsExactly(ORDER.path());
  }

  @Test
  void keepTheFirstMomentAndTheAnswerWhileItIsTheSame() {
    Waiter first = order(ACCOUNT);
    stores.waiters().add(first);
    stores.waiters().answer(ACCOUNT, "left out");
    clock.advance(Duration.ofSeconds(5));

    stores.waiters().add(order(ACCOUNT));

    Waiter found = stores.waiters().find(ORDER.path()).orElseThrow();
    assertThat(found.since()).isEqualTo(first.since());
    assertThat(found.answer()).isEqualTo("left out");
  }

  @Test
  void forgetTheAnswerWhereItWaitsForAnother() {
    stores.waiters().add(order(ACCOUNT));
    stores.waiters().answer(ACCOUNT, "left out");

    stores.waiters().add(order(OTHER));

    assertThat(stores.waiters().find(ORDER.path()).orElseThrow().answer()).isNull();
    assertThat(stores.waiters().on(ACCOUNT)).isEmpty();
  }

  @Test
  void goOnWaitingUntilToldOtherwise() {
    stores.waiters().add(contact(ACCOUNT));
    stores.waiters().remove(CONTACT.path());
    stores.waiters().remove(CONTACT.path());

    assertThat(stores.waiters().find(CONTACT.path())).isEmpty();
  }

  private Waiter order(RecordRef blocker) {
    return new Waiter(ORDER, null, blocker, USMF, clock.instant(), null);
  }

  private Waiter contact(RecordRef blocker) {
    RecordRef record = RecordRef.creatio(SyncObjectName.CONTACT, CONTACT.key());
    return new Waiter(record, CONTACT, blocker, USMF, clock.instant(), null);
  }
}
