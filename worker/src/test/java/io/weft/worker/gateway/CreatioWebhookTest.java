package io.weft.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatioWebhookTest {
  private static final String ID = "7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b";
  private static final String OWNER = "44444444-aaaa-4bbb-8ccc-000000000004";

  private final CreatioWebhook webhook = new CreatioWebhook(Bench.CLOCK);

  @Test
  void readsTheWholeThinEvent() {
    Hint hint =
        read("""
                {"entity":"Account","recordId":"%s","operation":"updated",
                 "modifiedOn":"2026-02-03T10:05:42.637Z","modifiedById":"%s","source":"acme-prod"}
                """
                .formatted(ID, OWNER))
            .orElseThrow();

    assertThat(hint)
        .isEqualTo(
            new Hint(
                RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, ID),
                Origin.WEBHOOK,
                Bench.NOW,
                Instant.parse("2026-02-03T10:05:42.637Z"),
                OWNER,
                false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "added",
        "created",
        "inserted",
        "modified",
        "updated",
        "changed",
        "UPDATED",
        "Changed",
        ""
      })
  void takesEveryWordForAChange(String operation) {
    assertThat(read(event("Account", "\"operation\":\"" + operation + "\"")).orElseThrow().gone())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "Deleted", "DELETED"})
  void seesADeletion(String operation) {
    assertThat(read(event("Account", "\"operation\":\"" + operation + "\"")).orElseThrow().gone())
        .isTrue();
  }

  @Test
  void refusesAnOperationItDoesNotKnow() {
    assertThatThrownBy(() -> read(event("Account", "\"operation\":\"merged\"")))
        .isInstanceOf(BadEvent.class)
        .hasMessageContaining("$.operation")
        .hasMessageContaining("'merged'")
        .hasMessageContaining("deleted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7D4B8A52-9C1E-5F60-8A3B-4C2D1E0F9A8B",
        "{7d4b8a52-9c1e-5f60-8a3b-4c2d1e0f9a8b}",
        " {7D4B8A52-9C1E-5F60-8A3B-4C2D1E0F9A8B} "
      })
  void readsTheIdHoweverItIsWritten(String id) {
    assertThat(
            read("{\"entity\":\"Account\",\"recordId\":\"" + id + "\"}")
                .orElseThrow()
                .record()
                .key())
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-02-03T10:05:42.637Z, 2026-02-03T10:05:42.637Z",
        "2026-02-03T12:05:42.637+02:00, 2026-02-03T10:05:42.637Z",
        "2026-02-03T10:05:42.6371234Z, 2026-02-03T10:05:42.6371234Z",
        "2026-02-03T10:05:42Z, none",
        "2026-02-03T10:05:42.6Z, none",
        "2026-02-03T10:05:42.637, none",
        "2026-02-03T10:05:42, none",
        "03.02.2026 10:05:42.637, none",
        "'', none",
        "1770113142637, none",
      })
  void usesATimeOfChangeOnlyIfItIsExactAndNamesItsZone(String text, Instant expected) {
    assertThat(read(event("Account", "\"modifiedOn\":\"" + text + "\"")).orElseThrow().modifiedOn())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"modifiedById\":\"\"",
        "\"modifiedById\":null",
        "\"modifiedById\":\"00000000-0000-0000-0000-000000000000\"",
        "\"modifiedById\":\"Supervisor\"",
        "\"modifiedOn\":null",
        "\"version\":\"3\"",
        "\"fields\":{\"Name\":\"Acme\"}"
      })
  void overlooksWhatItHasNoUseFor(String member) {
    Hint hint = read(event("Account", member)).orElseThrow();

    assertThat(hint.by()).isNull();
    assertThat(hint.modifiedOn()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccountCommunication", "AccountAddress", "accountaddress"})
  void rollsARowBelowAnAccountUpToTheAccount(String entity) {
    Hint hint =
        read(event(
                entity,
                "\"accountId\":\"{"
                    + OWNER.toUpperCase(java.util.Locale.ROOT)
                    + "}\",\"operation\":\"deleted\",\"modifiedOn\":\"2026-02-03T10:05:42.637Z\""))
            .orElseThrow();

    assertThat(hint.record()).isEqualTo(RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, OWNER));
    assertThat(hint.gone()).isFalse();
    assertThat(hint.modifiedOn()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccountCommunication", "UsrPet", "SysAdminUnit"})
  void knowsNothingOfRowsWithoutTheirAccountAndOfOtherEntities(String entity) {
    assertThat(read(event(entity, "\"operation\":\"added\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AccountCommunication, ACCOUNT_CUSTOMER",
    "ContactCommunication, CONTACT",
    "orderproduct, ORDER_SALES_ORDER"
  })
  void asksForTheRecordOfARowThatIsToldOfAlone(String entity, SyncObjectName object) {
    EventReader.Reading reading = reading(event(entity, "\"operation\":\"modified\""));

    assertThat(reading.hints()).isEmpty();
    assertThat(reading.unknown()).isZero();
    assertThat(reading.orphans())
        .singleElement()
        .satisfies(
            orphan -> {
              assertThat(orphan.object()).isEqualTo(object);
              assertThat(orphan.set()).isEqualToIgnoringCase(entity);
              assertThat(orphan.key()).isEqualTo(ID);
            });
  }

  @Test
  void cannotAskForTheRecordOfARowThatIsGone() {
    EventReader.Reading reading = reading(event("OrderProduct", "\"operation\":\"deleted\""));

    assertThat(reading.orphans()).isEmpty();
    assertThat(reading.unknown()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"orderId", "OrderId"})
  void rollsALineUpToItsOrder(String property) {
    Hint hint = read(event("OrderProduct", "\"" + property + "\":\"" + OWNER + "\"")).orElseThrow();

    assertThat(hint.record()).isEqualTo(RecordRef.creatio(SyncObjectName.ORDER_SALES_ORDER, OWNER));
  }

  @ParameterizedTest
  @CsvSource({
    "Contact, CONTACT",
    "Product, PRODUCT",
    "Opportunity, OPPORTUNITY_QUOTATION",
    "Order, ORDER_SALES_ORDER"
  })
  void knowsTheOtherObjects(String entity, SyncObjectName object) {
    assertThat(read(event(entity, "\"operation\":\"added\"")).orElseThrow().record())
        .isEqualTo(RecordRef.creatio(object, ID));
  }

  private Optional<Hint> read(String json) {
    return reading(json).hints().stream().findFirst();
  }

  private EventReader.Reading reading(String json) {
    return webhook.read(EventNode.parse(json, 10).get(0));
  }

  private static String event(String entity, String member) {
    return "{\"entity\":\"" + entity + "\",\"recordId\":\"" + ID + "\"," + member + "}";
  }
}
