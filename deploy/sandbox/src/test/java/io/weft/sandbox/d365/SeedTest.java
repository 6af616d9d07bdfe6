package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.SandboxOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SeedTest {
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start(SandboxOptions.defaults().seeded(0, 300, 0.5));
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  private static JsonNode customers() {
    return erp.get("/data/CustomersV3?cross-company=true").json().path("value");
  }

  @Test
  void makesCustomersInSeveralCompaniesAndCurrencies() {
    Map<String, Integer> companies = new LinkedHashMap<>();
    Map<String, Integer> currencies = new LinkedHashMap<>();
    for (JsonNode row : customers()) {
      companies.merge(row.path("dataAreaId").asText(), 1, Integer::sum);
      currencies.merge(row.path("SalesCurrencyCode").asText(), 1, Integer::sum);
      assertThat(row.path("OrganizationName").asText()).isNotEmpty();
      assertThat(row.path("FullPrimaryAddress").asText()).isNotEmpty();
    }

    assertThat(companies).containsKeys("usmf", "demf", "gbsi");
    assertThat(currencies).hasSizeGreaterThan(1);
    assertThat(customers()).hasSize(315);
  }

  @Test
  void putsSomeCompaniesIntoTwoLegalEntitiesOnOneParty() {
    JsonNode both =
        erp.get(
                "/data/CustomersV3?cross-company=true&$filter=CustomerAccount eq 'US-000020'&$select=PartyNumber,dataAreaId")
            .json()
            .path("value");

    assertThat(both).hasSize(2);
    assertThat(both.get(0).path("PartyNumber")).isEqualTo(both.get(1).path("PartyNumber"));
    assertThat(both.get(0).path("dataAreaId")).isNotEqualTo(both.get(1).path("dataAreaId"));
  }

  @Test
  void showsTheSeedInTheFeedAndTheJournal() {
    assertThat(erp.get(Erp365.FEED + "/$count").text()).isEqualTo("315");
    assertThat(erp.sandbox().world().journal().after(0))
        .filteredOn(entry -> entry.set().equals("CustomersV3"))
        .hasSize(315)
        .allMatch(entry -> entry.client().equals("seed"));
  }
}
