package io.weft.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderArrivalsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final List<Drafts.Draft> ONE =
      List.of(new Drafts.Draft("order", List.of("first", "second")));

  @Test
  void measuresFromTheConfirmationToTheNumberAndToTheLastLine() {
    OrderArrivals arrivals =
        OrderArrivals.of(
            ONE,
            List.of(
                write(0, "creatio", "sales", "Order", "order", "StatusId"),
                write(200, "creatio", "weft", "Order", "order", "UsrD365SalesOrderNumber"),
                write(300, "d365", "weft", "SalesOrderLines", "usmf|1", "InventoryLotId"),
                write(301, "d365", "weft", "SalesOrderLines", "usmf|2", "InventoryLotId"),
                write(500, "creatio", "weft", "OrderProduct", "first", "UsrD365LotId"),
                write(520, "creatio", "weft", "OrderProduct", "second", "UsrD365LotId")));

    assertThat(arrivals.numbered()).containsExactly(Duration.ofMillis(200));
    assertThat(arrivals.complete()).containsExactly(Duration.ofMillis(520));
    assertThat(arrivals.missing()).isZero();
    assertThat(arrivals.doubled()).isZero();
  }

  @Test
  void anOrderWithALineThatNeverCameIsMissing() {
    OrderArrivals arrivals =
        OrderArrivals.of(
            ONE,
            List.of(
                write(0, "creatio", "sales", "Order", "order", "StatusId"),
                write(200, "creatio", "weft", "Order", "order", "UsrD365SalesOrderNumber"),
                write(500, "creatio", "weft", "OrderProduct", "first", "UsrD365LotId")));

    assertThat(arrivals.numbered()).isEmpty();
    assertThat(arrivals.missing()).isEqualTo(1);
  }

  @Test
  void countsLinesThatAreThereTwice() {
    Write line = write(300, "d365", "weft", "SalesOrderLines", "usmf|1", "InventoryLotId");

    assertThat(OrderArrivals.of(ONE, List.of(line, line, line)).doubled()).isEqualTo(1);
  }

  private static Write write(
      int millis, String system, String client, String set, String key, String column) {
    ObjectNode after = JsonNodeFactory.instance.objectNode().put(column, "x");
    String operation = system.equals("d365") ? "create" : "update";
    return new Write(millis, NOON.plusMillis(millis), system, client, operation, set, key, after);
  }
}
