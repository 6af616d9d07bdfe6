package io.weft.stage;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One stage for all tests of a class, each of which has an order and a customer of its own. */
abstract class OrderStageFixture {
  private static final String DIMENSIONS =
      """
        dimensions:
          usmf:
            BusinessUnit: "001"
            Department: {column: UsrDepartment}
      """;

  @TempDir static Path directory;
  static ObjectStage stage;

  @BeforeAll
  static void start() {
    stage = OrderScene.stage(directory, DIMENSIONS);
  }

  @AfterEach
  void clean() {
    stage.beforeTheLastStep(() -> {});
    stage.control().delete("faults");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  /** A draft without lines. */
  static OrderScene draft(String company) {
    return OrderScene.of(stage, company, Map.of());
  }

  /** A draft for three of D0001 at 40 dollars. */
  static OrderScene order(String company) {
    OrderScene order = draft(company);
    String unused = order.addLine("D0001", 3, 40);
    return order;
  }
}
