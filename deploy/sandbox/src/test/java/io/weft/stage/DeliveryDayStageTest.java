package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.Holder;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day of delivery where D365 shows no packing slip. */
final class DeliveryDayStageTest {
  @TempDir Path directory;

  @Test
  void isTheDayFirstSeenUntilAPackingSlipSaysOtherwise() {
    try (OrderScene scene = OrderScene.start(directory, "  pricing: crm").placed()) {
      hideSlips(scene);
      LocalDate before = today();
      scene.act("ship", Map.of("date", "2026-03-04"));
      scene.seen();

      LocalDate first = LocalDate.parse(day(scene).substring(0, 10));
      assertThat(first).isBetween(before, today());
      assertThat(known(scene)).isEqualTo(new Value.Day(first));
      scene.seen();
      assertThat(day(scene)).startsWith(first.toString());

      scene.stage.control().delete("faults");
      scene.seen();
      assertThat(day(scene)).startsWith("2026-03-04");
    }
  }

  private static void hideSlips(OrderScene scene) {
    scene
        .stage
        .control()
        .post(
            "faults",
            Map.of(
                "name",
                "hidden-rows",
                "system",
                "d365",
                "set",
                "PackingSlipTrackingInformation",
                "percent",
                100));
  }

  /** What the base keeps for later passes. */
  private static Value known(OrderScene scene) {
    PassStore passes = scene.stage.stores().passes();
    Holder holder = new Holder("test", "run", "test/1", Instant.now().plusSeconds(60));
    Sheet sheet = passes.open(scene.link().pair(), holder);
    try {
      return Objects.requireNonNull(sheet.bases().d365()).values().get("WeftDeliveredOn");
    } finally {
      passes.release(sheet);
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }

  private static String day(OrderScene scene) {
    return scene.creatio().path("ActualDate").asText();
  }
}
