package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadTest {
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
    erp.create("usmf", "A-1", "Contoso Retail San Diego", ",\"TaxExemptNumber\":\"T1\"");
    erp.create("usmf", "A-2", "Birch Company", "");
    erp.create("demf", "D-1", "O'Hara retail GmbH", "");
    erp.create("gbsi", "G-1", "Desert Wholesalers", ",\"OnHoldStatus\":\"All\"");
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  private static List<String> accounts(String query) {
    List<String> accounts = new ArrayList<>();
    Erp365.Reply reply = erp.get("/data/CustomersV3?" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    reply.json().path("value").forEach(row -> accounts.add(row.path("CustomerAccount").asText()));
    return accounts;
  }

  @Test
  void showsAllFieldsAndNoNull() {
    JsonNode row = erp.customer("usmf", "A-1").json();

    assertThat(row.size()).isGreaterThan(305);
    assertThat(row).noneMatch(JsonNode::isNull);
    assertThat(row.path("AddressStreet").asText()).isEmpty();
    assertThat(row.path("CreditLimitIsMandatory").asText()).isEqualTo("No");
    assertThat(row.path("CreditLimit").isNumber()).isTrue();
    assertThat(row.path("CredManCustomerSince").asText()).isEqualTo("1900-01-01T12:00:00Z");
    assertThat(row.path("AddressValidFrom").asText()).isEqualTo("1900-01-01T00:00:00Z");
  }

  @Test
  void carriesAWeakEtagOfVersionsAndRecordIds() {
    String etag = erp.customer("usmf", "A-1").json().path("@odata.etag").asText();

    String inner = etag.substring("W/\"".length(), etag.length() - 1);
    assertThat(new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8))
        .matches("'1,56371\\d+;1,56371\\d+;0,0'");
  }

  @Test
  void seesOneCompanyUnlessAskedForAll() {
    assertThat(accounts("$select=CustomerAccount")).containsExactlyInAnyOrder("A-1", "A-2");
    assertThat(accounts("$filter=dataAreaId eq 'demf'")).isEmpty();
    assertThat(accounts("cross-company=true")).hasSize(4);
    assertThat(accounts("$filter=dataAreaId eq 'DEMF'&cross-company=true")).containsExactly("D-1");
  }

  @Test
  void hidesKeysOfOtherCompaniesWithoutCrossCompany() {
    String key = "/data/CustomersV3(dataAreaId='demf',CustomerAccount='D-1')";

    assertThat(erp.get(key).status()).isEqualTo(404);
    assertThat(erp.get(key + "?cross-company=true").status()).isEqualTo(200);
    assertThat(erp.call("PATCH", key, "{\"CreditRating\":\"A\"}").status()).isEqualTo(404);
    assertThat(erp.call("DELETE", key, "").status()).isEqualTo(404);
  }

  @Test
  void readsKeysWhateverTheirCase() {
    assertThat(erp.customer("USMF", "A-1").json().path("dataAreaId").asText()).isEqualTo("usmf");
  }

  @Test
  void answersAMissingKeyWithAnEmpty404() {
    Erp365.Reply reply = erp.customer("usmf", "NONE");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text()).isEmpty();
  }

  @Test
  void filtersWithWildcardsQuotesEnumsAndLogic() {
    assertThat(accounts("cross-company=true&$filter=OrganizationName eq '*retail*'"))
        .containsExactlyInAnyOrder("A-1", "D-1");
    assertThat(accounts("cross-company=true&$filter=OrganizationName eq 'o''hara*'"))
        .containsExactly("D-1");
    assertThat(
            accounts(
                "cross-company=true&$filter=OnHoldStatus eq"
                    + " Microsoft.Dynamics.DataEntities.CustVendorBlocked'All'"))
        .containsExactly("G-1");
    assertThat(accounts("$filter=TaxExemptNumber eq ''")).containsExactly("A-2");
    assertThat(
            accounts(
                "$filter=not (CustomerAccount eq 'A-2' or CustomerAccount eq 'X') and CreditLimit le 5"))
        .containsExactly("A-1");
    assertThat(accounts("$filter=CustomerAccount gt 'A-1'")).containsExactly("A-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CustomerAccount in ('A-1','A-2')",
        "contains(OrganizationName,'Con')",
        "startswith(OrganizationName,'Con')",
        "OnHoldStatus has Microsoft.Dynamics.DataEntities.CustVendorBlocked'All'",
        "OnHoldStatus eq 'All'",
        "OnHoldStatus gt Microsoft.Dynamics.DataEntities.CustVendorBlocked'All'",
        "customeraccount eq 'A-1'",
        "CustomerAccount eq 5",
        "CustomerAccount eq"
      })
  void refusesWhatFnoDoesNotSupport(String filter) {
    Erp365.Reply reply = erp.get("/data/CustomersV3?$filter=" + filter);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog()).isNotEmpty();
  }

  @Test
  void selectsOrdersAndCounts() {
    Erp365.Reply reply =
        erp.get(
            "/data/CustomersV3?cross-company=true&$count=true&$top=2"
                + "&$select=CustomerAccount&$orderby=CustomerAccount desc");

    assertThat(reply.json().path("@odata.count").asInt()).isEqualTo(4);
    assertThat(reply.json().path("value")).hasSize(2);
    assertThat(reply.json().at("/value/0/CustomerAccount").asText()).isEqualTo("G-1");
    assertThat(reply.json().at("/value/0")).hasSize(2);
    assertThat(reply.json().has("@odata.nextLink")).isFalse();
    assertThat(erp.get("/data/CustomersV3/$count?cross-company=true").text()).isEqualTo("4");
  }

  @Test
  void pagesWithAbsoluteLinks() {
    erp.settings("{\"pageSize\":2}");
    Set<String> seen = new TreeSet<>();
    String next = "/data/CustomersV3?cross-company=true&$orderby=dataAreaId,CustomerAccount";
    int pages = 0;
    while (!next.isEmpty() && pages < 5) {
      JsonNode page = erp.get(next).json();
      page.path("value").forEach(row -> seen.add(row.path("CustomerAccount").asText()));
      next = page.path("@odata.nextLink").asText();
      pages++;
      assertThat(next)
          .satisfiesAnyOf(l -> assertThat(l).isEmpty(), l -> assertThat(l).startsWith(erp.url()));
    }
    erp.settings("{\"pageSize\":null}");

    assertThat(seen).containsExactly("A-1", "A-2", "D-1", "G-1");
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void turnsTheOrderRoundWithoutOrderBy() {
    Set<List<String>> orders = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      orders.add(accounts("cross-company=true&$select=CustomerAccount"));
      erp.control("d365/PaymentTerms", "{\"dataAreaId\":\"usmf\",\"Name\":\"N%d\"}".formatted(i));
    }

    assertThat(orders).hasSizeGreaterThan(1);
  }

  @Test
  void answersUnknownSetsWith404() {
    assertThat(erp.get("/data/CustomerGroupsV9").status()).isEqualTo(404);
    assertThat(erp.get("/data/customersv3").status()).isEqualTo(404);
  }

  @Test
  void servesReferenceDataThatDiffersByCompany() {
    String group = "/data/CustomerGroups(dataAreaId='%s',CustomerGroupId='30')?cross-company=true";

    String here = erp.get(group.formatted("usmf")).json().path("Description").asText();
    String there = erp.get(group.formatted("demf")).json().path("Description").asText();

    assertThat(here).isEqualTo("Retail customers");
    assertThat(there).isEqualTo("Intercompany customers");
    assertThat(erp.get("/data/LegalEntities").json().path("value")).hasSize(3);
    assertThat(erp.get("/data/Currencies").json().path("value")).hasSizeGreaterThan(10);
  }

  @Test
  void readsEnumKeysAndNumberKeys() {
    assertThat(
            erp.get(
                    "/data/DimensionIntegrationFormats(DimensionFormatName='DefaultDimensions',"
                        + "DimensionFormatType=Microsoft.Dynamics.DataEntities.DimensionHierarchyType'DataEntityDefaultDimensionFormat')")
                .json()
                .path("FinancialDimensionFormat")
                .asText())
        .isEqualTo("BusinessUnit-CostCenter-Department");
    assertThat(erp.get("/data/DimensionParameters(Key=1)").status()).isEqualTo(200);
    assertThat(erp.get("/data/LegalEntities('usmf')").status()).isEqualTo(200);
  }

  @Test
  void refusesKeysThatAreNotWhole() {
    assertThat(erp.get("/data/CustomersV3(CustomerAccount='A-1')").status()).isEqualTo(400);
  }

  @Test
  void describesItselfInMetadata() {
    Erp365.Reply reply = erp.get("/data/$metadata");

    assertThat(reply.header("Content-Type")).contains("xml");
    assertThat(reply.text())
        .contains("<EntityType Name=\"CustomerV3\">")
        .contains("<PropertyRef Name=\"CustomerAccount\"/>")
        .contains(
            "<Property Name=\"OnHoldStatus\" Type=\"Microsoft.Dynamics.DataEntities.CustVendorBlocked\"")
        .contains("<Property Name=\"TaxExemptNumber\" Type=\"Edm.String\" MaxLength=\"20\"/>")
        .contains("<Member Name=\"PurchOrder\" Value=\"6\"/>");
  }

  @Test
  void losesAFieldOrASetOnDemand() {
    erp.control("d365/metadata", "{\"set\":\"CustomersV3\",\"remove\":\"CreditRating\"}");
    erp.settings("{\"served.DeliveryTerms\":false}");

    assertThat(erp.get("/data/$metadata").text())
        .doesNotContain("CreditRating")
        .doesNotContain("EntitySet Name=\"DeliveryTerms\"");
    assertThat(erp.customer("usmf", "A-1").json().has("CreditRating")).isFalse();
    assertThat(erp.get("/data/CustomersV3?$select=CreditRating").status()).isEqualTo(400);
    assertThat(erp.get("/data/DeliveryTerms").status()).isEqualTo(404);

    erp.control("d365/metadata", "{\"set\":\"CustomersV3\",\"restore\":\"CreditRating\"}");
    erp.settings("{\"served.DeliveryTerms\":null}");
    assertThat(erp.customer("usmf", "A-1").json().has("CreditRating")).isTrue();
  }
}
