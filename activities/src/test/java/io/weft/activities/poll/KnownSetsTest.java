package io.weft.activities.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.workflows.record.SyncObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSetsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "Account, ACCOUNT_CUSTOMER, none",
        "ACCOUNTCOMMUNICATION, ACCOUNT_CUSTOMER, AccountId",
        "contactCommunication, CONTACT, ContactId",
        "Order, ORDER_SALES_ORDER, none",
        "OrderProduct, ORDER_SALES_ORDER, OrderId"
      })
  void knowsSetsOfCreatio(String set, SyncObjectName object, String owner) {
    KnownSets.OfCreatio known = KnownSets.creatio(set).orElseThrow();

    assertThat(known.object()).isEqualTo(object);
    assertThat(known.owner()).isEqualTo(owner);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "CustomersV3, ACCOUNT_CUSTOMER, CustomerAccount, none",
        "mserp_custcustomerv3entity, ACCOUNT_CUSTOMER, CustomerAccount, none",
        "ContactPersons, CONTACT, ContactPersonId, none",
        "smmContactPersonV2Entity, CONTACT, ContactPersonId, none",
        "mserp_smmcontactpersonv2entities, CONTACT, ContactPersonId, none",
        "mserp_salesorderheaderv2entity, ORDER_SALES_ORDER, SalesOrderNumber, none",
        "mserp_salesorderlinev2entity, ORDER_SALES_ORDER, SalesOrderNumber, InventoryLotId",
        "SalesOrderConfirmationHeaders, ORDER_SALES_ORDER, SalesOrderNumber, ConfirmationNumber"
      })
  void knowsSetsOfD365ByEachOfTheirNames(
      String name, SyncObjectName object, String key, String row) {
    KnownSets.OfD365 known = KnownSets.d365(name).orElseThrow();

    assertThat(known.object()).isEqualTo(object);
    assertThat(known.key()).isEqualTo(key);
    assertThat(known.row()).isEqualTo(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Customers", "mserp_custcustomergroupentity", "OrderProducts"})
  void knowsNothingElse(String name) {
    assertThat(KnownSets.d365(name)).isEmpty();
    assertThat(KnownSets.creatio(name)).isEmpty();
  }
}
