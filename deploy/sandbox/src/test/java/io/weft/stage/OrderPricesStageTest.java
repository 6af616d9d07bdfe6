package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code order.pricing: compare}: D365 finds the prices, and a person sees what differs. */
final class OrderPricesStageTest {
  @TempDir Path directory;

  @Test
  void aBindingPriceThatDiffersIsToldUntilItAgrees() {
    try (OrderScene scene = OrderScene.start(directory, "  pricing: compare")) {
      scene.editLine(0, Map.of("Price", 55));
      scene.placed();
      BigDecimal binding = scene.salesLines().get(0).path("SalesPrice").decimalValue();
      assertThat(binding).isNotEqualByComparingTo("55");
      String number = binding.stripTrailingZeros().toPlainString();
      assertThat(message(scene))
          .contains("Line 1 (D0001): price 55 in Creatio, " + number + " in D365")
          .contains("Correct the line in Creatio");

      scene.editLine(0, Map.of("Price", binding));
      scene.seen();
      assertThat(message(scene)).doesNotContain("Line 1");
      assertThat(scene.salesLines().get(0).path("SalesPrice").decimalValue())
          .isEqualByComparingTo(binding);

      scene.editLine(0, Map.of("DiscountPercent", 10));
      scene.seen();
      assertThat(message(scene)).contains("Line 1 (D0001): discount ").contains(", 0 in D365");
    }
  }

  @Test
  void withinTheToleranceNothingIsTold() {
    String settings = "  pricing: compare\n  tolerance: {total: 100000}";
    try (OrderScene scene = OrderScene.start(directory, settings)) {
      scene.editLine(0, Map.of("Price", 55));
      scene.placed();
      assertThat(scene.salesLines()).hasSize(1);
      assertThat(message(scene)).isNotEmpty().doesNotContain("Line 1");
    }
  }

  private static String message(OrderScene scene) {
    return scene.creatio().path("UsrD365SyncMessage").asText();
  }
}
