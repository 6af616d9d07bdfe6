package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code order.onChange} after D365 has confirmed the order, against the sandbox. */
final class ConfirmedChangeStageTest {
  private static final String ASK = "  onChange: ask";
  private static final String LEAVE = "  onChange: leave";
  private static final Map<String, ?> SEVEN = Map.of("Quantity", 7);
  private static final Map<String, ?> LATER = Map.of("DueDate", "2031-05-06T12:00:00Z");

  @TempDir Path directory;

  @Test
  void asksAPersonWhoseRetrySendsAllOfIt() {
    try (OrderScene scene = OrderScene.start(directory, ASK).confirmed()) {
      scene.editLine(0, SEVEN);
      scene.editOrder(LATER);
      String added = scene.addLine("D0003", 1, 499);
      scene.seen();

      assertThat(quantities(scene)).containsExactly(3);
      PassOutcome.NeedsPerson asked = (PassOutcome.NeedsPerson) scene.passed();
      Problem problem = asked.problem();
      assertThat(problem.failure()).isEqualTo("ChangedAfterConfirmation");
      assertThat(problem.what()).contains("2031-05-06");
      assertThat(problem.remedy()).contains("all changes of the order, its lines included");

      scene.stage.said(scene.link().pair(), new Instruction.Retry("ops", "agreed")).quiet();
      assertThat(quantities(scene)).containsExactly(7, 1);
      assertThat(day(scene)).startsWith("2031-05-06");
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);

      scene.removeLine(added);
      scene.seen();
      assertThat(quantities(scene)).containsExactly(7, 1);
      assertThat(((PassOutcome.NeedsPerson) scene.passed()).problem().what())
          .contains("it was removed");
      scene.stage.said(scene.link().pair(), new Instruction.Retry("ops", "agreed")).quiet();
      assertThat(quantities(scene)).containsExactly(7);
    }
  }

  @Test
  void asksOfALineWithBothValues() {
    try (OrderScene scene = OrderScene.start(directory, ASK).confirmed()) {
      scene.editLine(0, SEVEN);
      scene.seen();

      PassOutcome.NeedsPerson asked = (PassOutcome.NeedsPerson) scene.passed();
      assertThat(asked.problem().what()).contains("Line 1").contains("'7'").contains("'3'");

      scene.stage.said(scene.link().pair(), new Instruction.Discard("ops", "no")).quiet();
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
      scene.seen();
      assertThat(quantities(scene)).containsExactly(3);
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
    }
  }

  @Test
  void leavesD365AsItIsAndTheAuditTellsOnce() {
    try (OrderScene scene = OrderScene.start(directory, LEAVE)) {
      String second = scene.addLine("D0003", 1, 499);
      scene.confirmed();
      String day = day(scene);
      scene.editLine(0, SEVEN);
      scene.editOrder(LATER);
      scene.removeLine(second);
      String unused = scene.addLine("D0001", 5, 40);
      scene.seen();
      scene.seen();

      assertThat(quantities(scene)).containsExactly(3, 1);
      assertThat(day(scene)).isEqualTo(day);
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
      assertThat(scene.creatio().path("UsrD365SyncMessage").asText()).contains("Sum of the lines");
      List<FieldDecision> left = left(scene);
      assertThat(left.stream().map(FieldDecision::rival))
          .satisfiesExactlyInAnyOrder(
              rival -> assertThat(rival).isEqualTo("2031-05-06"),
              rival -> assertThat(rival).isEqualTo("7"),
              rival -> assertThat(rival).isEqualTo("removed"),
              rival -> assertThat(rival).isEqualTo("added"));
    }
  }

  @Test
  void goesByLegalEntity() {
    String settings = "  onChange: {usmf: send, others: ask}";
    try (OrderScene scene = OrderScene.start(directory, settings).confirmed()) {
      scene.editLine(0, SEVEN);
      scene.seen();

      assertThat(quantities(scene)).containsExactly(7);
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
    }
  }

  /** What the audit says that D365 kept. */
  private static List<FieldDecision> left(OrderScene scene) {
    return scene.stage.stores().audit().find(scene.order, 100).stream()
        .filter(row -> row.kind().equals("REMARK"))
        .flatMap(row -> row.fields().stream())
        .filter(decision -> decision.verdict() == Verdict.D365_WON && decision.rival() != null)
        .toList();
  }

  private static List<Integer> quantities(OrderScene scene) {
    return scene.salesLines().stream().map(l -> l.path("OrderedSalesQuantity").asInt()).toList();
  }

  private static String day(OrderScene scene) {
    return scene.header().path("RequestedShippingDate").asText();
  }
}
