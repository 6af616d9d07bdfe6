package io.weft.workflows.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.common.SearchAttributeKey;
import io.weft.workflows.World;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelsTest {
  @Test
  void thereAreNoMoreThanAnSqlDatabaseKeeps() {
    assertThat(Labels.ALL).hasSizeLessThanOrEqualTo(10);
    assertThat(Labels.ALL).extracting(SearchAttributeKey::getName).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(SyncObjectName.class)
  void summariesFitAndAreInBusinessWords(SyncObjectName object) {
    PairId pair = new PairId(object, World.USMF, "key-1");
    String summary = Labels.summary(pair, Origin.POLLER);

    assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(summary).endsWith(" in usmf, by poller").doesNotContain("key-1");
  }

  @Test
  void aHintFromD365AddsItsKey() {
    RecordRef customer = RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, World.USMF, "US-001");

    var labels = Labels.of(World.PAIR, customer, Origin.EVENT);

    assertThat(labels.get(Labels.CREATIO_ID)).isEqualTo(World.ACCOUNT);
    assertThat(labels.get(Labels.D365_KEY)).isEqualTo("US-001");
  }

  @Test
  void objectsThatLiveInD365AreLabelledByTheirD365Key() {
    PairId item = new PairId(SyncObjectName.PRODUCT, World.USMF, "D0001");

    var labels = Labels.of(item, null, Origin.SWEEP);

    assertThat(labels.get(Labels.D365_KEY)).isEqualTo("D0001");
    assertThat(labels.containsKey(Labels.CREATIO_ID)).isFalse();
  }

  @Test
  void aNewRecordIsDescribedWithoutItsKey() {
    assertThat(Labels.summary(World.RECORD, Origin.WEBHOOK))
        .isEqualTo("New in Creatio: account and customer, by webhook");
  }
}
