package io.weft.worker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.poll.Orphan;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class D365EventsTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final String GUID = "00004951-0000-0000-5e1a-005001000000";
  private static final RecordRef CUSTOMER =
      RecordRef.d365(SyncObjectName.ACCOUNT_CUSTOMER, USMF, "US-001");

  private final Map<String, RecordRef> links = new LinkedHashMap<>();
  private final D365Events events =
      new D365Events(guid -> Optional.ofNullable(links.get(guid)), Bench.CLOCK);

  @Test
  void readsTheKeyOfADataEventFromItsAttributes() {
    Hint hint =
        read("""
                {"MessageName":"OnExternalUpdated",
                 "PrimaryEntityName":"mserp_custcustomerv3entity",
                 "PrimaryEntityId":"00000000-0000-0000-0000-000000000000",
                 "InitiatingUserAzureActiveDirectoryObjectId":"5d2f7a10-3b6c-4e8d-9a1f-0c4b7e2d6f55",
                 "OperationCreatedOn":"/Date(1768478400000+0000)/",
                 "InputParameters":[{"key":"Target","value":{
                   "Id":"00004951-0000-0000-5e1a-005001000000",
                   "LogicalName":"mserp_custcustomerv3entity",
                   "Attributes":[
                     {"key":"mserp_dataareaid","value":"USMF"},
                     {"key":"mserp_customeraccount","value":"US-001"},
                     {"key":"mserp_onholdstatus","value":{"__type":"OptionSetValue","Value":200000000}}
                   ]}}]}
                """)
            .orElseThrow();

    assertThat(hint)
        .isEqualTo(
            new Hint(
                CUSTOMER,
                Origin.EVENT,
                Bench.NOW,
                null,
                "5d2f7a10-3b6c-4e8d-9a1f-0c4b7e2d6f55",
                false));
  }

  @Test
  void completesTheKeyFromTheImageBefore() {
    Hint hint =
        read("""
                {"MessageName":"OnExternalUpdated",
                 "PrimaryEntityName":"mserp_custcustomerv3entity",
                 "InputParameters":[{"key":"Target","value":{"Attributes":[
                   {"key":"mserp_dataareaid","value":"usmf"}]}}],
                 "PreEntityImages":[{"key":"PreImage","value":{"Attributes":[
                   {"key":"mserp_customeraccount","value":"US-001"},
                   {"key":"mserp_dataareaid","value":"demf"}]}}]}
                """)
            .orElseThrow();

    assertThat(hint.record()).isEqualTo(CUSTOMER);
  }

  @Test
  void findsADeletedRowByItsGuid() {
    links.put(GUID, CUSTOMER);

    Hint hint = read(deletion(GUID)).orElseThrow();

    assertThat(hint.record()).isEqualTo(CUSTOMER);
    assertThat(hint.gone()).isTrue();
  }

  @Test
  void knowsNothingOfADeletedRowThatNobodyEverSaw() {
    assertThat(read(deletion(GUID))).isEmpty();
  }

  @Test
  void knowsNothingOfOtherTables() {
    assertThat(
            read(
                """
                {"MessageName":"OnExternalCreated",
                 "PrimaryEntityName":"mserp_custcustomergroupentity","InputParameters":[]}
                """))
        .isEmpty();
  }

  @Test
  void readsABusinessEvent() {
    Hint hint =
        read("""
                {"BusinessEventId":"SalesInvoicePostedBusinessEvent",
                 "BusinessEventLegalEntity":"usmf","ControlNumber":5637150001,
                 "EventTime":"/Date(1768478400000)/",
                 "InitiatingUserAADObjectId":"{5D2F7A10-3B6C-4E8D-9A1F-0C4B7E2D6F55}",
                 "InvoiceAccount":"US-001","SalesOrderId":"000901","LegalEntity":"usmf"}
                """)
            .orElseThrow();

    assertThat(hint.record())
        .isEqualTo(RecordRef.d365(SyncObjectName.INVOICE_ORDER_STATUS, USMF, "000901"));
    assertThat(hint.by()).isEqualTo("5d2f7a10-3b6c-4e8d-9a1f-0c4b7e2d6f55");
  }

  @Test
  void knowsNothingOfOtherBusinessEventsAndOfInvoicesWithoutAnOrder() {
    assertThat(read("{\"BusinessEventId\":\"PurchConfirmed\",\"LegalEntity\":\"usmf\"}")).isEmpty();
    assertThat(
            read(
                """
                {"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf",
                 "SalesOrderId":""}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mserp_smmcontactpersonv2entity, mserp_contactpersonid, CONTACT",
    "ContactPersons, ContactPersonId, CONTACT",
    "mserp_salesorderheaderv2entity, mserp_salesordernumber, ORDER_SALES_ORDER",
    "SalesOrderHeadersV2, SalesOrderNumber, ORDER_SALES_ORDER",
    "mserp_salesorderlinev2entity, mserp_salesordernumber, ORDER_SALES_ORDER",
    "mserp_salesorderconfirmationheaderentity, mserp_salesordernumber, ORDER_SALES_ORDER",
    "SalesOrderConfirmationHeaders, SalesOrderNumber, ORDER_SALES_ORDER"
  })
  void knowsEachSetByPublicAndVirtualNames(String entity, String key, SyncObjectName object) {
    Hint hint = read(event("OnExternalUpdated", entity, key, "000901")).orElseThrow();

    assertThat(hint.record()).isEqualTo(RecordRef.d365(object, USMF, "000901"));
    assertThat(hint.gone()).isFalse();
  }

  @Test
  void aHeaderThatIsGoneIsGoneAndALineThatIsGoneIsAChangeOfItsOrder() {
    String key = "mserp_salesordernumber";

    assertThat(
            read(event("OnExternalDeleted", "mserp_salesorderheaderv2entity", key, "000901"))
                .orElseThrow()
                .gone())
        .isTrue();
    assertThat(
            read(event("OnExternalDeleted", "mserp_salesorderlinev2entity", key, "000901"))
                .orElseThrow()
                .gone())
        .isFalse();
  }

  @Test
  void asksForTheOrderOfALineThatNamesItsLotOnly() {
    String line = "mserp_salesorderlinev2entity";
    EventReader.Reading changed =
        reading(event("OnExternalUpdated", line, "mserp_inventorylotid", "L-1"));
    EventReader.Reading gone =
        reading(event("OnExternalDeleted", line, "mserp_inventorylotid", "L-1"));

    assertThat(changed.orphans())
        .containsExactly(
            new Orphan(
                SyncObjectName.ORDER_SALES_ORDER, Side.D365, "SalesOrderLines", "L-1", USMF));
    assertThat(changed.unknown()).isZero();
    assertThat(gone.orphans()).isEmpty();
    assertThat(gone.unknown()).isEqualTo(1);
  }

  @Test
  void anInvoiceIsAChangeOfItsOrderTooAndSoIsAConfirmation() {
    assertThat(
            reading(
                    """
                    {"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"usmf",
                     "SalesOrderId":"000901"}
                    """)
                .hints())
        .extracting(Hint::record)
        .containsExactly(
            RecordRef.d365(SyncObjectName.INVOICE_ORDER_STATUS, USMF, "000901"),
            RecordRef.d365(SyncObjectName.ORDER_SALES_ORDER, USMF, "000901"));
    assertThat(
            reading(
                    """
                    {"BusinessEventId":"SalesOrderConfirmedBusinessEvent","LegalEntity":"usmf",
                     "SalesOrderNumber":"000901"}
                    """)
                .hints())
        .extracting(Hint::record)
        .containsExactly(RecordRef.d365(SyncObjectName.ORDER_SALES_ORDER, USMF, "000901"));
  }

  private static String event(String message, String entity, String key, String value) {
    return """
    {"MessageName":"%s","PrimaryEntityName":"%s",
     "PrimaryEntityId":"00000000-0000-0000-0000-000000000000",
     "InputParameters":[{"key":"Target","value":{"Attributes":[
       {"key":"mserp_dataareaid","value":"usmf"},{"key":"%s","value":"%s"}]}}]}
    """
        .formatted(message, entity, key, value);
  }

  @Test
  void refusesWhatIsNoEventAndALegalEntityThatIsNone() {
    assertThatThrownBy(() -> read("{\"entity\":\"Account\"}"))
        .isInstanceOf(BadEvent.class)
        .hasMessageContaining("neither a data event nor a business event");
    assertThatThrownBy(
            () ->
                read(
                    """
                    {"BusinessEventId":"SalesInvoicePostedBusinessEvent","LegalEntity":"../etc",
                     "SalesOrderId":"1"}
                    """))
        .isInstanceOf(BadEvent.class)
        .hasMessageContaining("$.LegalEntity")
        .hasMessageContaining("'../etc'");
  }

  private Optional<Hint> read(String json) {
    return reading(json).hints().stream().findFirst();
  }

  private EventReader.Reading reading(String json) {
    return events.read(EventNode.parse(json, 10).get(0));
  }

  private static String deletion(String guid) {
    return """
    {"MessageName":"OnExternalDeleted","PrimaryEntityName":"mserp_custcustomerv3entity",
     "PrimaryEntityId":"00000000-0000-0000-0000-000000000000",
     "InputParameters":[{"key":"Target","value":{"Id":"%s",
       "LogicalName":"mserp_custcustomerv3entity"}}]}
    """
        .formatted(guid);
  }
}
