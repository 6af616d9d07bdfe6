package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreatioCatalogueTest extends CreatioFixture {
  private static final String DOLLAR = BaseData.currencyId("USD").toString();

  private String product(String more) {
    return create("Product", "{\"Name\":\"Pump\",\"CurrencyId\":\"" + DOLLAR + "\"" + more + "}");
  }

  @Test
  void keepsProductsActiveUntilTheyAreArchived() {
    String id = product(",\"Code\":\"D0001\",\"Price\":12.345");

    JsonNode row = api.read(ROOT + "Product(" + id + ")");

    assertThat(row.path("Active").asBoolean()).isTrue();
    assertThat(row.path("IsArchive").asBoolean(true)).isFalse();
    assertThat(row.path("Price").asDouble()).isEqualTo(12.35);
    assertThat(api.post(ROOT + "Product", "{\"Name\":\"Pump\"}").body())
        .contains("\\\"CurrencyId\\\" of \\\"Product\\\" must be filled in");
  }

  @Test
  void deletesAProductWithItsPricesAndUnitsButNotFromAnOrder() {
    String free = product("");
    create("ProductUnit", "{\"ProductId\":\"" + free + "\",\"IsBase\":true}");
    create("ProductStockBalance", "{\"ProductId\":\"" + free + "\",\"TotalQuantity\":3}");
    String sold = product("");
    create("OrderProduct", "{\"ProductId\":\"" + sold + "\"}");

    assertThat(api.delete(ROOT + "Product(" + free + ")").statusCode()).isEqualTo(204);
    assertThat(api.delete(ROOT + "Product(" + sold + ")").statusCode()).isEqualTo(500);

    assertThat(rows("ProductUnit", "Product/Id eq " + free)).isEmpty();
    assertThat(rows("ProductStockBalance", "Product/Id eq " + free)).isEmpty();
    assertThat(rows("OrderProduct", "Product/Id eq " + sold)).hasSize(1);
  }

  @Test
  void givesATaskItsDefaults() {
    String id =
        create(
            "Activity",
            "{\"Title\":\"Look at the order\",\"TypeId\":\""
                + SalesIds.TASK
                + "\",\"ActivityCategoryId\":\""
                + SalesIds.TO_DO
                + "\",\"StatusId\":\""
                + SalesIds.NOT_STARTED
                + "\"}");

    JsonNode row = api.read(ROOT + "Activity(" + id + ")");

    assertThat(row.path("PriorityId").asText()).isEqualTo(SalesIds.MEDIUM.toString());
    assertThat(row.path("OwnerId").asText()).isEqualTo(Ids.INTEGRATION.toString());
    assertThat(row.path("AuthorId").asText()).isEqualTo(Ids.INTEGRATION.toString());
    assertThat(row.path("StartDate").asText()).isEqualTo(row.path("CreatedOn").asText());
    assertThat(row.path("DueDate").asText()).isEqualTo(row.path("CreatedOn").asText());
    assertThat(api.post(ROOT + "Activity", "{\"Title\":\"x\"}").body())
        .contains("must be filled in");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order.UsrD365SalesOrderNumber",
        "Order.UsrD365ConfirmationNumber",
        "Order.UsrD365ConfirmedOn",
        "Order.UsrD365DataAreaId",
        "Order.UsrWarehouse",
        "Order.UsrDeliveryMode",
        "Order.UsrBusinessUnit",
        "Order.UsrDepartment",
        "Order.UsrCostCentre",
        "Order.UsrProject",
        "Order.UsrDeliveryCountryId",
        "Order.UsrDeliveryCity",
        "Order.UsrDeliveryZip",
        "Order.UsrDeliveryStreet",
        "Order.UsrD365SyncStatus",
        "Order.UsrD365SyncMessage",
        "OrderProduct.UsrD365LotId",
        "OrderProduct.UsrD365LineNumber",
        "OrderProduct.UsrWarehouse",
        "Product.UsrD365ItemNumber",
        "Contact.UsrD365ContactId",
        "Account.UsrD365SyncStatus"
      })
  void letsAnAdministratorRemoveAColumn(String column) {
    String[] parts = column.split("\\.");
    String probe = ROOT + parts[0] + "?$top=1&$select=" + parts[1];
    assertThat(api.get(probe).statusCode()).isEqualTo(200);

    person.delete("/control/creatio/columns/" + parts[0] + "/" + parts[1]);

    assertThat(api.get(probe).statusCode()).isEqualTo(400);
    String xml = api.get(ROOT + "$metadata").body();
    String type = xml.substring(xml.indexOf("<EntityType Name=\"" + parts[0] + "\""));
    assertThat(type.substring(0, type.indexOf("</EntityType>")))
        .doesNotContain("\"" + parts[1] + "\"");
  }

  @Test
  void describesTheNewSetsInMetadata() {
    String xml = api.get(ROOT + "$metadata").body();

    assertThat(xml)
        .contains("<EntitySet Name=\"Order\"")
        .contains("<NavigationProperty Name=\"OrderProductCollectionByOrder\"")
        .contains("<NavigationProperty Name=\"UsrDeliveryCountry\"")
        .contains("<Property Name=\"UsrD365ConfirmedOn\" Type=\"Edm.DateTimeOffset\"")
        .contains("<Property Name=\"Quantity\" Type=\"Edm.Decimal\"");
    assertThat(api.read(ROOT).path("value").findValuesAsText("name"))
        .contains("Order", "OrderProduct", "Product", "ProductStockBalance", "Activity", "Tax");
  }
}
