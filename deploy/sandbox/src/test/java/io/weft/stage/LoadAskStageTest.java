package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.Link;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that was told to ask where both sides say something different. */
final class LoadAskStageTest {
  private static final String TAX = "91-0000001";
  private static final String OURS = "+1 206 555 0111";
  private static final String THEIRS = "+1 206 555 0222";

  @TempDir Path directory;
  private ObjectStage stage;
  private LoadStage loads;
  private String account;

  @BeforeEach
  void start() {
    stage = ObjectStage.start(directory, settings -> settings);
    loads = new LoadStage(stage, 25);
    account = loads.account("Larch Mill Inc.", Map.of("UsrTaxNumber", TAX, "Phone", OURS));
    loads.customer(
        "US-L1", "Larch Mill Inc.", Map.of("TaxExemptNumber", TAX, "PrimaryContactPhone", THEIRS));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private void load(String policy) {
    loads.whole(1, new LoadChoices(Creation.BOTH, policy, null, false, "ann", "going live"));
    stage.backlog().quiet();
  }

  private RecordRef record() {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account);
  }

  private Link link() {
    return stage.stores().links().linksOf(record()).get(0);
  }

  private void assertPhones(String creatio, String d365) {
    var customer = stage.users().customer("usmf", "US-L1").orElseThrow();
    assertThat(customer.path("PrimaryContactPhone").asText()).isEqualTo(d365);
    assertThat(stage.users().account(account).orElseThrow().path("Phone").asText())
        .isEqualTo(creatio);
  }

  @Test
  void leavesItToAPersonWhateverTheSettingsSayUntilOneHasChosen() {
    load("ask");
    assertThat(stage.passed(link().pair())).get().isInstanceOf(PassOutcome.NeedsPerson.class);
    assertPhones(OURS, THEIRS);

    stage.users().editAccount("Ana Ruiz", account, Map.of("Web", "https://larch.example"));
    stage.seen(record()).quiet();
    assertThat(stage.passed(link().pair())).get().isInstanceOf(PassOutcome.NeedsPerson.class);
    assertPhones(OURS, THEIRS);

    Instruction chosen =
        new Instruction.Choose("ann", "theirs is newer", Side.D365, List.of("PrimaryContactPhone"));
    stage.said(link().pair(), chosen).quiet();
    assertPhones(THEIRS, THEIRS);
    assertThat(link().asks()).isFalse();
  }

  @Test
  void whatIsSettledByPolicyAsksNobody() {
    load("creatio-wins");

    assertPhones(OURS, OURS);
    assertThat(link().asks()).isFalse();
  }
}
