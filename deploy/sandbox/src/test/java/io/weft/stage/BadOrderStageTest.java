package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that cannot go over as they are: each names the line, the value and the remedy. */
final class BadOrderStageTest {
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";
  private static final String PLAIN = "  pricing: crm";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {0, -2})
  void aQuantityOfNothingOrLessParksNamingTheLine(int quantity) {
    try (OrderScene scene = OrderScene.start(directory, PLAIN)) {
      scene.editLine(0, Map.of("Quantity", quantity));

      Problem problem = scene.placed().problem();

      assertThat(problem.what()).contains("Line 1").contains("Quantity").contains("" + quantity);
      assertThat(problem.remedy()).isNotBlank();
      assertThat(scene.salesLines()).isEmpty();
      assertThat(scene.creatio().path("UsrD365SyncMessage").asText()).contains("Line 1");
    }
  }

  @Test
  void aCorrectedLineGoesOverByItself() {
    try (OrderScene scene = OrderScene.start(directory, PLAIN)) {
      scene.editLine(0, Map.of("Quantity", 0));
      assertThat(scene.placed().problem().what()).contains("Line 1");

      scene.editLine(0, Map.of("Quantity", 5));
      scene.seen();

      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
      assertThat(scene.salesLines()).hasSize(1);
      assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("In step");
    }
  }

  @Test
  void aCurrencyThatD365DoesNotKnowParksNamingIt() {
    try (OrderScene scene = OrderScene.start(directory, PLAIN)) {
      String shells =
          scene.made("Currency", Map.of("Name", "Shells", "Code", "SHL", "ShortName", "SHL"));
      scene.editOrder(Map.of("CurrencyId", shells, "CurrencyRate", 1));

      Problem problem = scene.placed().problem();

      assertThat(problem.what()).contains("SHL");
      assertThat(problem.remedy()).isNotBlank();
      assertThat(scene.ordersInD365()).isEmpty();
    }
  }

  @Test
  void aDelimiterInsideADimensionValueParksNamingTheValue() {
    try (OrderScene scene =
        OrderScene.start(
            directory, "  dimensions:\n    usmf:\n      Department: {column: UsrDepartment}")) {
      scene.editOrder(Map.of("UsrDepartment", "02-2"));

      Problem problem = scene.placed().problem();

      assertThat(problem.what()).contains("Department").contains("02-2");
      assertThat(problem.remedy()).isNotBlank();
      assertThat(scene.ordersInD365()).isEmpty();
    }
  }

  @Test
  void anOrderEditedAfterItsCancellationStaysPutToAPersonAndD365AsItIs() {
    try (OrderScene scene = OrderScene.start(directory, PLAIN).placed()) {
      scene.editOrder(Map.of("StatusId", CANCELED));
      assertThat(scene.seen().problem().failure()).isEqualTo("CancelledInCreatio");

      scene.editLine(0, Map.of("Quantity", 9));

      assertThat(scene.seen().problem().failure()).isEqualTo("CancelledInCreatio");
      assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").asInt()).isEqualTo(3);
      scene.stage.said(scene.link().pair(), new Instruction.Discard("ops", "by phone")).quiet();
      assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
    }
  }

  @Test
  void twoOrdersOfTheSameNumberBecomeTwoSalesOrders() {
    try (OrderScene scene = OrderScene.start(directory, PLAIN)) {
      scene.editOrder(Map.of("Number", "ORD-77"));
      scene.placed();

      OrderScene other = scene.another();
      other.editOrder(Map.of("Number", "ORD-77"));
      other.placed();

      assertThat(other.link().d365Key()).isNotEqualTo(scene.link().d365Key());
      assertThat(scene.salesLines()).hasSize(1);
      assertThat(other.salesLines()).hasSize(1);
      assertThat(scene.ordersInD365()).hasSize(2);
    }
  }
}
