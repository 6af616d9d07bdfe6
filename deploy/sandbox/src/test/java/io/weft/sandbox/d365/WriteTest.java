package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteTest {
  private static Erp365 erp;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
  }

  @AfterEach
  void clean() {
    erp.clean();
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  @Test
  void createsWithDefaultsAndReturnsTheWholeRow() {
    Erp365.Reply reply = erp.create("DEMF", "C-1", "Nordlicht AG", "");

    JsonNode row = reply.json();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location"))
        .isEqualTo(erp.url() + "/data/CustomersV3(dataAreaId='demf',CustomerAccount='C-1')");
    assertThat(row.path("dataAreaId").asText()).isEqualTo("demf");
    assertThat(row.path("PaymentTerms").asText()).isEqualTo("Net30");
    assertThat(row.path("SalesTaxGroup").asText()).isEqualTo("EU");
    assertThat(row.path("PartyNumber").asText()).matches("\\d{9}");
    assertThat(row.path("NameAlias").asText()).isEqualTo("Nordlicht AG");
    assertThat(row.path("@odata.etag").asText()).isEqualTo(reply.header("ETag"));
  }

  @Test
  void letsAnEmptyValueSuppressADefault() {
    JsonNode row = erp.create("usmf", "C-1", "Acme", ",\"PaymentTerms\":\"\"").json();

    assertThat(row.path("PaymentTerms").asText()).isEmpty();
  }

  @Test
  void derivesWhatFollowsFromAnAddress() {
    JsonNode row =
        erp.create(
                "usmf",
                "C-1",
                "Acme",
                ",\"AddressDescription\":\"HQ\",\"AddressStreet\":\"1 Pine St\",\"AddressCity\":\"Seattle\","
                    + "\"AddressZipCode\":\"98101\",\"AddressCountryRegionId\":\"USA\"")
            .json();

    assertThat(row.path("AddressCountryRegionISOCode").asText()).isEqualTo("US");
    assertThat(row.path("FullPrimaryAddress").asText()).isEqualTo("1 Pine St\n98101 Seattle\nUSA");
    assertThat(row.path("AddressLocationId").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"CustomerGroupId\":\"Local\";The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.",
        "\"PaymentTerms\":\"Net14\";The value 'Net14' in field 'Terms of payment' is not found",
        "\"SalesTaxGroup\":\"VAT\";The value 'VAT' in field 'Sales tax group' is not found",
        "\"PaymentMethod\":\"SEPA\";The value 'SEPA' in field 'Method of payment' is not found",
        "\"SalesCurrencyCode\":\"XXX\";The value 'XXX' in field 'Currency' is not found",
        "\"InvoiceAccount\":\"NONE\";The value 'NONE' in field 'Invoice account' is not found in the related table 'Customers'.",
        "\"AddressCountryRegionId\":\"DE\";The value 'DE' in field 'Country/region' is not found",
        "\"PartyNumber\":\"424242\";is not found in the related table 'Global address book'.",
        "\"AddressDescription\":\"HQ\";Field 'Country/region' must be filled in.",
        "\"TaxExemptNumber\":\"123456789012345678901\";The value in field 'Tax exempt number' has 21 characters",
        "\"DefaultDimensionDisplayValue\":\"001-007\";does not match the financial dimension format",
        "\"DefaultDimensionDisplayValue\":\"001--777\";The value '777' in field 'Department' is not found",
      })
  void refusesWithAnInfolog(String field, String text) {
    Erp365.Reply reply = erp.create("usmf", "C-1", "Acme", "," + field);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog())
        .startsWith("Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: ")
        .contains(text);
    assertThat(reply.json().at("/error/innererror/type").asText())
        .endsWith("AxODataWriteException");
    assertThat(erp.customer("usmf", "C-1").status()).isEqualTo(404);
  }

  @Test
  void namesTheFieldThatMustBeFilledIn() {
    Erp365.Reply reply =
        erp.call(
            "POST",
            "/data/CustomersV3",
            "{\"OrganizationName\":\"Acme\",\"CustomerGroupId\":\"10\",\"SalesCurrencyCode\":\"USD\"}");

    assertThat(reply.infolog()).contains("Field 'Customer account' must be filled in.");
  }

  @Test
  void numbersCustomersWhereTheTenantDoes() {
    erp.settings("{\"autoNumberCustomers\":true}");

    assertThat(erp.create("usmf", "", "Acme", "").json().path("CustomerAccount").asText())
        .matches("C-\\d+");
  }

  @Test
  void refusesADuplicateInTheErpsWords() {
    erp.create("usmf", "C-1", "Acme", "");

    Erp365.Reply reply = erp.create("usmf", "c-1", "Other", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog())
        .contains("Cannot create a record in Customers (CustTable). Customer account: c-1")
        .contains("The record already exists..");
  }

  @Test
  void emitsTheOldStatusOnDemand() {
    erp.settings("{\"errorStatus\":500}");

    assertThat(erp.create("usmf", "C-1", "Acme", ",\"PaymentTerms\":\"X\"").status())
        .isEqualTo(500);
  }

  @Test
  void refusesTaxNumbersThatAreNotListed() {
    erp.settings("{\"taxNumbersListed.usmf\":true}");
    Erp365.Reply refused = erp.create("usmf", "C-1", "Acme", ",\"TaxExemptNumber\":\"US99\"");
    erp.control("d365/tax-numbers", "{\"company\":\"usmf\",\"number\":\"US99\"}");

    assertThat(refused.infolog())
        .contains("'Tax exempt number' is not found in the related table 'Tax exempt numbers'");
    assertThat(erp.create("usmf", "C-1", "Acme", ",\"TaxExemptNumber\":\"US99\"").status())
        .isEqualTo(201);
    assertThat(erp.create("demf", "C-1", "Acme", ",\"TaxExemptNumber\":\"DE1\"").status())
        .isEqualTo(201);
  }

  @Test
  void refusesUnknownPropertiesAndTypes() {
    assertThat(erp.create("usmf", "C-1", "Acme", ",\"Nope\":1").infolog())
        .contains(
            "The property 'Nope' does not exist on type 'Microsoft.Dynamics.DataEntities.CustomerV3'");
    assertThat(erp.create("usmf", "C-1", "Acme", ",\"CreditLimit\":\"5\"").status()).isEqualTo(400);
    assertThat(erp.create("usmf", "C-1", "Acme", ",\"OnHoldStatus\":\"Maybe\"").status())
        .isEqualTo(400);
    assertThat(erp.call("POST", "/data/CustomersV3", "{oops").status()).isEqualTo(400);
  }

  @Test
  void patchesWithoutABodyAndMovesTheEtag() {
    String before = erp.create("usmf", "C-1", "Acme", "").header("ETag");

    Erp365.Reply reply =
        erp.patch("usmf", "C-1", "{\"PaymentTerms\":\"Net45\",\"CreditLimit\":12.50}");

    JsonNode row = erp.customer("usmf", "C-1").json();
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.text()).isEmpty();
    assertThat(row.path("PaymentTerms").asText()).isEqualTo("Net45");
    assertThat(row.path("CreditLimit").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(row.path("@odata.etag").asText()).isNotEqualTo(before);
  }

  @Test
  void refusesAStaleEtag() {
    String etag = erp.create("usmf", "C-1", "Acme", "").header("ETag");
    assertThat(erp.patch("usmf", "C-1", "{\"CreditRating\":\"A\"}", "If-Match", etag).status())
        .isEqualTo(204);

    assertThat(erp.patch("usmf", "C-1", "{\"CreditRating\":\"B\"}", "If-Match", etag).status())
        .isEqualTo(412);
    assertThat(erp.patch("usmf", "C-1", "{\"CreditRating\":\"B\"}", "If-Match", "*").status())
        .isEqualTo(204);
    erp.settings("{\"conflictStatus\":409}");
    assertThat(erp.patch("usmf", "C-1", "{\"CreditRating\":\"C\"}", "If-Match", etag).status())
        .isEqualTo(409);
  }

  @Test
  void keepsKeysAndMissesMissingOnes() {
    erp.create("usmf", "C-1", "Acme", "");

    assertThat(erp.patch("usmf", "C-1", "{\"CustomerAccount\":\"C-2\"}").infolog())
        .contains("cannot be changed");
    assertThat(
            erp.patch("usmf", "C-1", "{\"CustomerAccount\":\"C-1\",\"CreditRating\":\"A\"}")
                .status())
        .isEqualTo(204);
    assertThat(erp.patch("usmf", "C-9", "{\"CreditRating\":\"A\"}").status()).isEqualTo(404);
  }

  @Test
  void putsAndDeletes() {
    erp.create("usmf", "C-1", "Acme", "");

    assertThat(erp.call("PUT", Erp365.key("usmf", "C-1"), "{\"CreditRating\":\"A\"}").status())
        .isEqualTo(204);
    assertThat(erp.call("DELETE", Erp365.key("usmf", "C-1"), "").status()).isEqualTo(204);
    assertThat(erp.customer("usmf", "C-1").status()).isEqualTo(404);
  }

  @Test
  void refusesToDeleteAnInvoiceAccount() {
    erp.create("usmf", "C-1", "Acme", "");
    erp.create("usmf", "C-2", "Acme Branch", ",\"InvoiceAccount\":\"C-1\"");

    assertThat(erp.call("DELETE", Erp365.key("usmf", "C-1"), "").infolog()).contains("dependent");
  }

  @Test
  void cutsLongValuesOnDemand() {
    erp.settings("{\"longValues\":\"truncate\"}");

    JsonNode row =
        erp.create("usmf", "C-1", "Acme", ",\"TaxExemptNumber\":\"123456789012345678901\"").json();

    assertThat(row.path("TaxExemptNumber").asText()).isEqualTo("12345678901234567890");
  }

  @Test
  void journalsWhatTrulyChanged() {
    erp.create("usmf", "C-1", "Acme", "");
    long mark = erp.sandbox().world().journal().last();

    erp.patch(
        "usmf",
        "C-1",
        "{\"PaymentTerms\":\"Net30\",\"CreditRating\":\"A\"}",
        "x-ms-client-request-id",
        "r-7");

    List<JournalEntry> entries = erp.sandbox().world().journal().after(mark);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).client()).isEqualTo("weft");
    assertThat(entries.get(0).key()).isEqualTo("usmf|c-1");
    assertThat(entries.get(0).requestId()).isEqualTo("r-7");
    assertThat(entries.get(0).before()).hasToString("{CreditRating=}");
    assertThat(entries.get(0).after()).hasToString("{CreditRating=A}");
  }

  @Test
  void letsPeopleWriteThroughTheControlAddress() {
    erp.create("usmf", "C-1", "Acme", "");

    Erp365.Reply reply =
        erp.call(
            "PATCH",
            "/control/d365/CustomersV3/usmf|C-1?user=finance",
            "{\"CreditLimit\":5000,\"OnHoldStatus\":\"All\"}");

    JsonNode row = erp.customer("usmf", "C-1").json();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(row.path("OnHoldStatus").asText()).isEqualTo("All");
    assertThat(row.path("CreditLimit").asInt()).isEqualTo(5000);
    List<JournalEntry> all = erp.sandbox().world().journal().after(0);
    assertThat(all.get(all.size() - 1).client()).isEqualTo("finance");
  }
}
