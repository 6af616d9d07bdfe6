package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.object.LineFields;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weft map preview} of an order shows its head and its lines, and writes nothing. */
final class OrderPreviewStageTest {
  @TempDir Path directory;

  @Test
  void ofAnOrderThatIsNotLinkedYet() {
    try (OrderScene scene = OrderScene.start(directory, "  pricing: crm")) {
      String account = scene.creatio().path("AccountId").asText();
      scene.stage.seen(RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, account)).quiet();
      scene.inProgress();

      Answer.PreviewReport report = (Answer.PreviewReport) scene.stage.previewed(scene.ref());

      assertThat(report.summary()).contains("In usmf its partner would be made");
      assertThat(report.problems()).isEmpty();
      assertThat(after(report, "CurrencyCode")).containsExactly("USD");
      assertThat(after(report, "ItemNumber")).containsExactly("D0001");
      assertThat(after(report, "OrderedSalesQuantity")).containsExactly("3");
      assertThat(scene.stage.stores().links().linksOf(scene.ref())).isEmpty();
    }
  }

  @Test
  void ofAPlacedOrderWithAChangedLine() {
    try (OrderScene scene = OrderScene.start(directory, "  pricing: crm").placed()) {
      scene.editLine(0, Map.of("Quantity", 7));

      Answer.PreviewReport report = (Answer.PreviewReport) scene.stage.previewed(scene.ref());

      assertThat(report.summary()).isEqualTo("One field would be written.");
      assertThat(after(report, "OrderedSalesQuantity")).containsExactly("7");
      assertThat(report.decisions())
          .filteredOn(d -> LineFields.field(d.field()).equals("OrderedSalesQuantity"))
          .allSatisfy(d -> assertThat(d.why()).startsWith("Line 1 (D0001): "));
      assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").asInt()).isEqualTo(3);
    }
  }

  private static List<String> after(Answer.PreviewReport report, String field) {
    return report.decisions().stream()
        .filter(decision -> LineFields.field(decision.field()).equals(field))
        .map(FieldDecision::after)
        .toList();
  }
}
