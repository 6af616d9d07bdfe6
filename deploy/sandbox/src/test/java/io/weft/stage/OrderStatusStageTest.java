package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.AuditStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an order says on itself of where it stands. */
final class OrderStatusStageTest extends OrderStageFixture {
  @Test
  void isInStepOnlyWhenItsLinesKnowTheirLots() {
    OrderScene scene = order("Patient Poplars Inc.");
    Journal journal = new Journal(stage.control());
    long mark = journal.last();

    scene.placed();

    Write lot = journal.first(mark, w -> w.after().has("UsrD365LotId")).orElseThrow();
    Write inStep =
        journal
            .first(mark, w -> w.sets("UsrD365SyncStatus", "In step") && w.key().equals(scene.order))
            .orElseThrow();
    assertThat(lot.sequence()).isLessThan(inStep.sequence());
  }

  @Test
  void anOrderThatWaitsForItsCustomerSaysSoOnItself() {
    OrderScene scene = order("Tardy Tamaracks Inc.");
    String account = scene.creatio().path("AccountId").asText();
    scene.editAccount(Map.of("UsrCustomerGroup", "no such group"));

    scene.placed();

    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("Waiting");
    assertThat(scene.creatio().path("UsrD365SyncMessage").asText()).contains(account);
    scene.seen();
    assertThat(told(scene.order)).as("told once").isEqualTo(1);
    assertThat(stage.stores().audit().find(scene.order, 20)).hasSize(1);

    scene.editAccount(Map.of("UsrCustomerGroup", "10"));
    stage.seen(scene.accountRef()).quiet();

    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("In step");
  }

  @Test
  void anOrderThatAPersonMustSeeToSaysSoAndWhenItIsLeftOutAfterAll() {
    OrderScene scene = order("Private Pears");
    scene.editOrder(Map.of("AccountId", "00000000-0000-0000-0000-000000000000"));

    scene.placed();

    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("Needs a person");
    assertThat(scene.creatio().path("UsrD365SyncMessage").asText()).contains("account");

    scene.editOrder(Map.of("StatusId", stage.users().lookUp("OrderStatus", "Name", "Draft")));
    scene.seen();

    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("Left out");
  }

  @Test
  void whatWasInterruptedWhileItWasToldIsClosedTheNextTime() {
    OrderScene scene = draft("Broken Birches Inc.");
    scene.editAccount(Map.of("UsrCustomerGroup", "none"));
    stage
        .control()
        .post(
            "faults",
            Map.of("name", "drop-answer", "system", "creatio", "method", "PATCH", "set", "Order"));
    scene.addLine("D0001", 3, 40);

    scene.placed();
    scene.seen();

    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("Waiting");
    assertThat(told(scene.order)).isEqualTo(1);
    assertThat(stage.stores().audit().find(scene.order, 20))
        .extracting(AuditStore.Entry::outcome)
        .containsExactly("UNKNOWN");
    assertThat(stage.stores().tellings().open(scene.ref())).isEmpty();
  }

  @Test
  void anUnknownItemParksTheOrderNamingTheLine() {
    OrderScene scene = draft("Unknown Umbrellas Inc.");
    String dollar = scene.creatio().path("CurrencyId").asText();
    String product =
        scene.made("Product", Map.of("Name", "Ghost", "Code", "GHOST-1", "CurrencyId", dollar));
    scene.addLineOf(product, 1, 10);
    scene.placed();

    assertThat(scene.problem().failure()).isEqualTo("OrderRule");
    assertThat(scene.problem().what()).contains("Line 1").contains("GHOST-1");
    assertThat(scene.salesLines()).isEmpty();
    assertThat(scene.creatio().path("UsrD365SyncStatus").asText()).isEqualTo("Needs a person");
    assertThat(scene.creatio().path("UsrD365SyncMessage").asText()).contains("GHOST-1");
  }

  private static long told(String order) {
    return new Journal(stage.control())
        .after(0).stream()
            .filter(w -> w.key().equals(order) && w.after().has("UsrD365SyncStatus"))
            .count();
  }
}
