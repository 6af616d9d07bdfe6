package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.Link;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code order.onChange} after D365 has confirmed the order, against the sandbox. */
final class ConfirmedChangeStageTest {
  private static final String IN_PROGRESS = "c8742634-ea8b-46d9-ba71-1989b951772d";

  @TempDir Path directory;

  @Test
  void asksAPersonWhoseRetrySendsIt() {
    try (ObjectStage stage = stage("ask")) {
      String order = confirmed(stage);
      changeQuantity(stage, order, 7);

      assertThat(quantity(stage, order)).isEqualTo(3);
      PassOutcome.NeedsPerson asked = (PassOutcome.NeedsPerson) passed(stage, order);
      assertThat(asked.problem().failure()).isEqualTo("ChangedAfterConfirmation");
      assertThat(asked.problem().what()).contains("Line 1").contains("'7'").contains("'3'");

      stage.said(link(stage, order).pair(), new Instruction.Retry("ops", "agreed")).quiet();
      assertThat(quantity(stage, order)).isEqualTo(7);
      assertThat(passed(stage, order)).isInstanceOf(PassOutcome.Settled.class);
    }
  }

  @Test
  void asksAPersonWhoseDiscardLeavesIt() {
    try (ObjectStage stage = stage("ask")) {
      String order = confirmed(stage);
      changeQuantity(stage, order, 7);

      stage.said(link(stage, order).pair(), new Instruction.Discard("ops", "no")).quiet();
      assertThat(passed(stage, order)).isInstanceOf(PassOutcome.Settled.class);
      stage.seen(ref(order)).quiet();
      assertThat(quantity(stage, order)).isEqualTo(3);
      assertThat(passed(stage, order)).isInstanceOf(PassOutcome.Settled.class);
    }
  }

  @Test
  void leavesD365AsItIs() {
    try (ObjectStage stage = stage("leave")) {
      String order = confirmed(stage);
      changeQuantity(stage, order, 7);

      assertThat(quantity(stage, order)).isEqualTo(3);
      assertThat(passed(stage, order)).isInstanceOf(PassOutcome.Settled.class);
      assertThat(stage.control().get("creatio/Order/" + order).path("UsrD365SyncMessage").asText())
          .contains("Sum of the lines");
    }
  }

  private ObjectStage stage(String onChange) {
    ObjectStage stage =
        ObjectStage.start(
            directory,
            settings ->
                settings.replace(
                        "  account-customer:\n    mode: write",
                        "  account-customer:\n    mode: write\n  order-sales-order:\n    mode: write")
                    + "\norder:\n  onChange: "
                    + onChange
                    + "\n  warehouses:\n    usmf: \"24\"\n");
    stage.control().post("creatio/seed", Map.of("products", 8));
    return stage;
  }

  /** An order of three that stands in D365 and was confirmed there. */
  private static String confirmed(ObjectStage stage) {
    String dollar = stage.users().lookUp("Currency", "ShortName", "USD");
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("Name", "Confirmed Cypresses Inc.");
    account.put("TypeId", Users.CUSTOMER_TYPE);
    account.put("UsrCurrencyId", dollar);
    account.put("UsrCustomerGroup", "10");
    account.put("UsrPaymentTerms", "Net30");
    String customer = stage.users().newAccount("Ana Ruiz", account);
    String order = made(stage, "Order", Map.of("AccountId", customer, "CurrencyId", dollar));
    String product = stage.users().lookUp("Product", "Code", "D0001");
    var unused =
        made(
            stage,
            "OrderProduct",
            Map.of(
                "OrderId", order, "ProductId", product, "Name", "x", "Quantity", 3, "Price", 40));
    edit(stage, "Order", order, Map.of("StatusId", IN_PROGRESS));
    stage.seen(ref(order)).quiet();
    String number = link(stage, order).d365Key();
    stage.control().post("d365/orders/usmf/" + number + "/confirm", Map.of("date", "2026-03-02"));
    return order;
  }

  private static String made(ObjectStage stage, String set, Map<String, ?> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", "Ana Ruiz");
    return stage.control().post("creatio/" + set, body).path("Id").asText();
  }

  private static void changeQuantity(ObjectStage stage, String order, int quantity) {
    JsonNode line =
        stage.control().get("creatio/OrderProduct?OrderId=" + order).path("value").path(0);
    edit(stage, "OrderProduct", line.path("Id").asText(), Map.of("Quantity", quantity));
    stage.seen(ref(order)).quiet();
  }

  private static void edit(ObjectStage stage, String set, String id, Map<String, ?> columns) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>(columns);
    body.put("user", "Ana Ruiz");
    stage.control().patch("creatio/" + set + "/" + id, body);
  }

  private static int quantity(ObjectStage stage, String order) {
    return stage
        .control()
        .get("d365/SalesOrderLines?SalesOrderNumber=" + link(stage, order).d365Key())
        .path("value")
        .path(0)
        .path("OrderedSalesQuantity")
        .asInt();
  }

  private static PassOutcome passed(ObjectStage stage, String order) {
    return stage.passed(link(stage, order).pair()).orElseThrow();
  }

  private static Link link(ObjectStage stage, String order) {
    PairId pair = new PairId(SyncObjectName.ORDER_SALES_ORDER, new LegalEntity("usmf"), order);
    return stage.stores().links().find(pair).orElseThrow();
  }

  private static RecordRef ref(String order) {
    return RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, order);
  }
}
