package io.weft.sandbox.creatio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.sandbox.Talk;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class CreatioSalesSeedTest extends CreatioFixture {
  private static final String SEED = "/control/creatio/seed";

  @Override
  SandboxOptions options() {
    return SandboxOptions.defaults().seeded(4, 0, 0);
  }

  @Test
  void makesProductsWhoseCodesCountUp() {
    JsonNode counts = Talk.json(person.post(SEED, "{\"products\":12}"));

    assertThat(counts.path("Product").asInt()).isEqualTo(12);
    JsonNode first = rows("Product", "Code eq 'D0001'").path(0);
    assertThat(first.path("Id").asText()).isEqualTo(SalesIds.product("D0001").toString());
    assertThat(first.path("UsrD365ItemNumber").asText("?")).isEmpty();
    assertThat(first.path("Active").asBoolean()).isTrue();
    assertThat(rows("Product", "Code eq 'D0012' and Unit/ShortName eq 'pcs'")).hasSize(1);
    assertThat(rows("ProductUnit", "Product/Id eq " + SalesIds.product("D0001"))).hasSize(1);
    assertThat(rows("ProductStockBalance", "AvailableQuantity gt 0")).hasSize(12);
  }

  @Test
  void makesProductsByAnotherNumberingAndNeverTwice() {
    String plan =
        "{\"products\":2,\"productPrefix\":\"P-\",\"productFrom\":99,\"productDigits\":2,"
            + "\"itemNumbers\":true}";

    person.post(SEED, plan);
    JsonNode again = Talk.json(person.post(SEED, plan));

    assertThat(again.path("Product").asInt()).isEqualTo(2);
    assertThat(rows("Product", "startswith(Code,'P-')").findValuesAsText("UsrD365ItemNumber"))
        .containsExactlyInAnyOrder("P-99", "P-100");
  }

  @Test
  void makesPersonsForTheCustomersThatAreThere() {
    person.post(SEED, "{\"contacts\":6}");

    JsonNode persons = rows("Contact", "Type/Id eq " + Ids.CONTACT_PERSON);

    assertThat(persons).hasSize(6);
    assertThat(persons.findValuesAsText("Email")).doesNotHaveDuplicates();
    assertThat(persons.findValuesAsText("AccountId")).doesNotContain(Ids.OWN_ACCOUNT.toString());
    JsonNode one = persons.path(0);
    assertThat(rows("ContactCommunication", "Contact/Id eq " + one.path("Id").asText()))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.path("Primary").asBoolean()).isTrue());
  }

  @Test
  void makesDraftsWhoseSumsAgree() {
    JsonNode counts =
        Talk.json(person.post(SEED, "{\"contacts\":4,\"products\":5,\"orders\":6,\"lines\":2}"));

    assertThat(counts.path("Order").asInt()).isEqualTo(6);
    assertThat(counts.path("OrderProduct").asInt()).isEqualTo(12);
    JsonNode orders =
        api.read(ROOT + "Order?$expand=OrderProductCollectionByOrder,Currency,Account")
            .path("value");
    assertThat(orders.findValuesAsText("Number")).contains("ORD-1", "ORD-6");
    for (JsonNode order : orders) {
      double sum = 0;
      for (JsonNode line : order.path("OrderProductCollectionByOrder")) {
        sum += line.path("TotalAmount").asDouble();
        assertThat(line.path("CurrencyId").asText()).isEqualTo(order.path("CurrencyId").asText());
      }
      assertThat(order.path("Amount").asDouble()).isGreaterThan(0).isCloseTo(sum, within());
      assertThat(order.path("StatusId").asText()).isEqualTo(SalesIds.DRAFT.toString());
      assertThat(order.path("ContactId").asText()).isNotEqualTo(Ids.ZERO.toString());
      assertThat(order.path("Account").path("UsrCurrencyId").asText())
          .isEqualTo(order.path("CurrencyId").asText());
    }
  }

  private static Offset<Double> within() {
    return Offset.offset(0.001);
  }

  @Test
  void followsFromItsNumber() {
    String plan = "{\"contacts\":3,\"products\":3,\"orders\":3}";
    person.post(SEED, plan);
    try (Sandbox twin = Sandbox.start(options())) {
      new Talk(twin.url()).post(SEED, plan);

      assertThat(facts(Talk.asIntegration(twin))).isEqualTo(facts(api)).hasSize(3);
    }
  }

  private static List<String> facts(Talk talk) {
    List<String> facts = new ArrayList<>();
    talk.read(ROOT + "Order?$orderby=Number&$select=Id,Number,Amount,ContactId")
        .path("value")
        .forEach(row -> facts.add(row.toString()));
    return facts;
  }

  @Test
  void saysWhatIsMissing() {
    HttpResponse<String> noProducts = person.post(SEED, "{\"orders\":1}");

    assertThat(noProducts.statusCode()).isEqualTo(400);
    assertThat(noProducts.body()).contains("no products");
    assertThat(person.post(SEED, "{\"products\":\"many\"}").body()).contains("no whole number");
  }

  @Test
  void isSeededInTheJournal() {
    person.post(SEED, "{\"products\":1,\"orders\":1,\"lines\":1}");

    assertThat(journal("set=Order").path(0).path("client").asText()).isEqualTo("seed");
    assertThat(journal("set=OrderProduct").path(0).path("operation").asText()).isEqualTo("create");
  }
}
