package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.LinkState;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Orders against both systems of the sandbox, with the rooms of the product. */
final class OrderStageTest extends OrderStageFixture {
  private static final String CANCELED = "8ab0f830-908b-40d7-80a3-7f49ef70ce70";
  private static final String DELIVERED = "0dd2c99b-9a1a-4419-886e-842a20d35929";
  private static final String PARTLY = "20f1fcf7-34d8-4c00-b4ae-6d9184c7945f";

  @Test
  void aConfirmedOrderIsPlacedWithItsLines() {
    OrderScene scene = OrderScene.of(stage, "Placed Pines Inc.", Map.of("UsrDepartment", "022"));
    scene.addLine("D0001", 3, 40);
    scene.addLine("D0003", 1, 499);

    scene.seen();
    assertThat(stage.introduced(scene.ref()).orElseThrow())
        .isInstanceOf(IntroductionOutcome.LeftOut.class);

    scene.placed();

    JsonNode header = scene.header();
    assertThat(header.path("OrderingCustomerAccountNumber").asText()).startsWith("CRT-");
    assertThat(header.path("CurrencyCode").asText()).isEqualTo("USD");
    assertThat(header.path("DefaultShippingWarehouseId").asText()).isEqualTo("24");
    assertThat(header.path("DefaultLedgerDimensionDisplayValue").asText())
        .contains("001")
        .contains("022");
    assertThat(scene.salesLines()).hasSize(2);
    assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("3");
    assertThat(scene.creatio().path("UsrD365SalesOrderNumber").asText())
        .isEqualTo(scene.link().d365Key());
    assertThat(scene.lines())
        .allSatisfy(l -> assertThat(l.path("UsrD365LotId").asText()).isNotEmpty());
    assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("In step");
    assertThat(scene.creatio().path("UsrD365SyncMessage").asText())
        .startsWith(scene.link().d365Key());
  }

  @Test
  void aNewOrderTakesFewCalls() {
    OrderScene scene = draft("Frugal Figs Inc.");
    for (int i = 0; i < 20; i++) {
      scene.addLine(i % 2 == 0 ? "D0001" : "D0003", 1 + i, 40);
    }
    stage.seen(scene.accountRef()).quiet();
    stage.control().delete("traffic");
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(rounds::incrementAndGet);

    scene.placed();

    JsonNode traffic = stage.control().get("traffic");
    assertThat(traffic.at("/d365/writes").asInt() + traffic.at("/creatio/writes").asInt())
        .as(traffic.toString())
        .isLessThanOrEqualTo(8);
    assertThat(rounds).as("rounds of three steps").hasValue(1);
    assertThat(scene.lines())
        .hasSize(20)
        .allSatisfy(l -> assertThat(l.path("UsrD365LotId").asText()).isNotEmpty());
  }

  @Test
  void ourOwnWritesComingBackTakeOneLookAtD365() {
    OrderScene scene = placed("Echoing Elms Inc.");
    stage.control().delete("traffic");

    stage.seen(scene.link().record(Side.D365)).quiet();

    JsonNode traffic = stage.control().get("traffic");
    assertThat(traffic.at("/d365/reads").asInt()).as(traffic.toString()).isEqualTo(2);
    assertThat(traffic.at("/creatio/reads").asInt()).as(traffic.toString()).isZero();
    assertThat(stage.passed(scene.link().pair()))
        .contains(new PassOutcome.Settled(List.of(), false));
  }

  @Test
  void whatComesBackDuringTheRoundNeedsNoOtherOne() {
    OrderScene scene = placed("Overtaken Oaks Inc.");
    RecordRef partner = scene.link().record(Side.D365);
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(
        () -> {
          rounds.incrementAndGet();
          stage.seen(partner);
        });

    scene.editLine(0, Map.of("Quantity", 5));
    scene.seen();

    assertThat(rounds).hasValue(1);
    assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("5");
  }

  @Test
  void whatHappensDuringTheRoundIsSeenToInAnother() {
    OrderScene scene = placed("Hurried Hazels Inc.");
    AtomicInteger rounds = new AtomicInteger();
    stage.beforeTheLastStep(
        () -> {
          if (rounds.incrementAndGet() == 1) {
            scene.editLine(0, Map.of("Quantity", 8));
            stage.seen(scene.ref());
          }
        });

    scene.editLine(0, Map.of("Quantity", 5));
    scene.seen();

    assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("8");
    assertThat(rounds).hasValueGreaterThan(1);
  }

  @Test
  void linesAreAddedChangedAndRemoved() {
    OrderScene scene = placed("Changing Chestnuts Inc.");
    String second = scene.addLine("D0003", 1, 499);
    scene.editLine(0, Map.of("Quantity", 7));
    scene.seen();

    assertThat(scene.salesLines()).hasSize(2);
    assertThat(scene.salesLines().get(0).path("OrderedSalesQuantity").decimalValue())
        .isEqualByComparingTo("7");

    scene.removeLine(second);
    scene.seen();

    assertThat(scene.salesLines()).hasSize(1);
  }

  @Test
  void whatBecomesOfItComesBack() {
    OrderScene scene = placed("Fateful Firs Inc.");
    scene.act("confirm", Map.of("date", "2026-03-02"));
    stage.seen(scene.link().record(Side.D365)).quiet();
    assertThat(scene.creatio().path("UsrD365ConfirmationNumber").asText()).isNotEmpty();
    assertThat(scene.creatio().path("UsrD365ConfirmedOn").asText()).startsWith("2026-03-02");

    scene.act("ship", Map.of("lines", List.of(Map.of("line", 1, "quantity", 1))));
    stage.seen(scene.link().record(Side.D365)).quiet();
    assertThat(scene.creatio().path("DeliveryStatusId").asText()).isEqualTo(PARTLY);

    scene.act("ship", Map.of());
    stage.seen(scene.link().record(Side.D365)).quiet();
    assertThat(scene.creatio().path("DeliveryStatusId").asText()).isEqualTo(DELIVERED);

    scene.editLine(0, Map.of("Quantity", 9));
    scene.seen();
    assertThat(scene.problem().failure()).isEqualTo("ChangedTooLate");

    stage.said(scene.link().pair(), new Instruction.Discard("ops", "settled by phone")).quiet();
    assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
    scene.seen();
    assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
  }

  @Test
  void answersLostAfterTheCommitDoubleNothing() {
    OrderScene scene = draft("Silent Spruces Inc.");
    scene.addLine("D0001", 2, 40);
    drop("SalesOrderHeadersV2");
    drop("SalesOrderLines");

    scene.placed();

    String customer = scene.header().path("OrderingCustomerAccountNumber").asText();
    JsonNode all =
        stage.control().get("d365/SalesOrderHeadersV2?OrderingCustomerAccountNumber=" + customer);
    assertThat(all.path("value")).hasSize(1);
    assertThat(scene.salesLines()).hasSize(1);
  }

  @Test
  void anOrderWithoutLinesIsNotPlaced() {
    OrderScene scene = draft("Empty Elms Inc.");
    scene.placed();

    assertThat(scene.problem().failure()).isEqualTo("OrderWithoutLines");
    assertThat(scene.link().state()).isEqualTo(LinkState.RESERVED);
  }

  @Test
  void aCancelledOrderIsStoppedAndPutToAPerson() {
    OrderScene scene = placed("Cancelled Cedars Inc.");
    scene.editOrder(Map.of("StatusId", CANCELED));
    scene.seen();

    assertThat(scene.problem().failure()).isEqualTo("CancelledInCreatio");
    assertThat(scene.header().path("IsSalesProcessingStopped").asText()).isEqualTo("Yes");

    scene.act("cancel", Map.of());
    stage.seen(scene.link().record(Side.D365)).quiet();
    assertThat(scene.passed()).isInstanceOf(PassOutcome.Settled.class);
  }

  private static void drop(String set) {
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "d365", "method", "POST", "set", set));
  }

  private static OrderScene placed(String company) {
    OrderScene scene = order(company).placed();
    assertThat(scene.link().state()).isEqualTo(LinkState.LIVE);
    return scene;
  }
}
