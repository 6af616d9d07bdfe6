package io.weft.workflows.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.World;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowIdsTest {
  @Test
  void areReadable() {
    assertThat(WorkflowIds.pair(World.PAIR)).isEqualTo(World.PAIR.path());
    assertThat(WorkflowIds.introduction(World.RECORD))
        .isEqualTo("introduce/account-customer/creatio/" + World.ACCOUNT);
    assertThat(WorkflowIds.introduction(customer("US-001")))
        .isEqualTo("introduce/account-customer/d365/usmf/US-001");
    assertThat(WorkflowIds.poller(World.USMF)).isEqualTo("poller/usmf");
    assertThat(WorkflowIds.creatioSweep("main")).isEqualTo("creatio-sweep/main");
    assertThat(WorkflowIds.load(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, 3))
        .isEqualTo("load/account-customer/usmf/3");
    assertThat(WorkflowIds.enquiry("doctor", "7")).isEqualTo("enquiry/doctor/7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US 001", "A&B/C", "größe", "x~1", "'; drop"})
  void oddKeysBecomeADigestThatIsAlwaysTheSame(String key) {
    String id = WorkflowIds.introduction(customer(key));

    assertThat(id).matches("introduce/account-customer/d365/usmf/~[0-9a-f]{32}");
    assertThat(WorkflowIds.introduction(customer(key))).isEqualTo(id);
  }

  @Test
  void longKeysAreShortenedAndStayApart() {
    PairId one = new PairId(SyncObjectName.PRODUCT, World.USMF, "a".repeat(300));
    PairId other = new PairId(SyncObjectName.PRODUCT, World.USMF, "a".repeat(299) + "b");

    assertThat(WorkflowIds.pair(one)).hasSizeLessThan(WorkflowIds.LONGEST);
    assertThat(WorkflowIds.pair(one)).isNotEqualTo(WorkflowIds.pair(other));
  }

  private static RecordRef customer(String key) {
    return RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, key);
  }
}
