package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.WorkflowIds;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer waits for a person, and a load finds its partner before anybody has answered. */
final class LoadAnswersStageTest {
  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;
  private RecordRef account;

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, 25);
    String id = loads.account("Larch Mill Inc.", Map.of("UsrTaxNumber", "91-0000001"));
    account = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
    loads.customer("US-L1", "Larch Mill Inc.", Map.of());
    loads.customer("US-L2", "Larch Mill Inc.", Map.of());
    stage.seen(account).quiet();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void nobodyIsAskedAnyMoreOnceItIsLinked() {
    assertThat(isAsked()).isTrue();
    stage.users().editCustomer("Finance", "usmf", "US-L1", Map.of("TaxExemptNumber", "91-0000001"));

    loads.whole(1, Creation.BOTH);
    stage.quiet();

    assertThat(stage.stores().links().linksOf(account))
        .singleElement()
        .satisfies(link -> assertThat(link.d365Key()).isEqualTo("US-L1"));
    assertThat(stage.introduced(account)).get().isInstanceOf(IntroductionOutcome.Introduced.class);
    assertThat(isAsked()).isFalse();
  }

  @Test
  void whoIsStillInDoubtGoesOnWaiting() {
    loads.whole(1, Creation.BOTH);
    stage.quiet();

    assertThat(stage.stores().links().linksOf(account)).isEmpty();
    assertThat(isAsked()).isTrue();
  }

  private boolean isAsked() {
    return stage.stores().parked().find(WorkflowIds.introduction(account)).isPresent();
  }
}
