package io.weft.sandbox.d365;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.sandbox.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartyTest {
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

  private static String shared() {
    String party =
        erp.create("usmf", "P-1", "Fabrikam", ",\"PrimaryContactEmail\":\"ap@fabrikam.example\"")
            .json()
            .path("PartyNumber")
            .asText();
    Erp365.Reply second =
        erp.call(
            "POST",
            "/data/CustomersV3",
            """
            {"dataAreaId":"demf","CustomerAccount":"P-2","CustomerGroupId":"20","SalesCurrencyCode":"EUR",
             "PartyNumber":"%s"}"""
                .formatted(party));
    assertThat(second.status()).as(second.text()).isEqualTo(201);
    return party;
  }

  @Test
  void sharesNameAndMailOfAKnownParty() {
    String party = shared();

    JsonNode second = erp.customer("demf", "P-2").json();
    assertThat(second.path("PartyNumber").asText()).isEqualTo(party);
    assertThat(second.path("OrganizationName").asText()).isEqualTo("Fabrikam");
    assertThat(second.path("PrimaryContactEmail").asText()).isEqualTo("ap@fabrikam.example");
    assertThat(second.path("CustomerGroupId").asText()).isEqualTo("20");
  }

  @Test
  void carriesAPartyWriteToAllItsCustomersAndTheirEtags() {
    shared();
    String etag = erp.customer("demf", "P-2").header("ETag");

    erp.patch(
        "usmf",
        "P-1",
        "{\"OrganizationName\":\"Fabrikam Ltd\",\"AddressDescription\":\"HQ\",\"AddressCity\":\"Bonn\",\"AddressCountryRegionId\":\"DEU\"}");

    JsonNode second = erp.customer("demf", "P-2").json();
    assertThat(second.path("OrganizationName").asText()).isEqualTo("Fabrikam Ltd");
    assertThat(second.path("AddressCountryRegionISOCode").asText()).isEqualTo("DE");
    assertThat(second.path("FullPrimaryAddress").asText()).isEqualTo("Bonn\nDEU");
    assertThat(second.path("@odata.etag").asText()).isNotEqualTo(etag);
    assertThat(erp.patch("demf", "P-2", "{\"CreditRating\":\"A\"}", "If-Match", etag).status())
        .isEqualTo(412);
  }

  @Test
  void keepsWhatBelongsToOneCustomer() {
    shared();
    String etag = erp.customer("demf", "P-2").header("ETag");

    erp.patch("usmf", "P-1", "{\"PaymentTerms\":\"Net45\",\"CreditRating\":\"A\"}");

    JsonNode second = erp.customer("demf", "P-2").json();
    assertThat(second.path("CreditRating").asText()).isEmpty();
    assertThat(second.path("@odata.etag").asText()).isEqualTo(etag);
  }

  @Test
  void emptiesAPartyFieldEverywhere() {
    shared();

    erp.patch("demf", "P-2", "{\"PrimaryContactEmail\":\"\"}");

    assertThat(erp.customer("usmf", "P-1").json().path("PrimaryContactEmail").asText()).isEmpty();
  }

  @Test
  void journalsTheCascadeAsTheServersWithItsCause() {
    shared();
    long mark = erp.sandbox().world().journal().last();

    erp.patch("usmf", "P-1", "{\"OrganizationName\":\"Fabrikam Ltd\"}");

    List<JournalEntry> entries =
        erp.sandbox().world().journal().after(mark).stream()
            .filter(entry -> entry.set().equals("CustomersV3"))
            .toList();
    assertThat(entries).hasSize(2);
    assertThat(entries).extracting(JournalEntry::client).containsExactly("weft", "server");
    JournalEntry cascaded =
        entries.get(0).client().equals("server") ? entries.get(0) : entries.get(1);
    assertThat(cascaded.key()).isEqualTo("demf|p-2");
    assertThat(cascaded.requestId()).contains("usmf|P-1");
    assertThat(cascaded.after()).hasToString("{OrganizationName=Fabrikam Ltd}");
  }

  @Test
  void knowsThePartiesOfLegalEntities() {
    Erp365.Reply reply = erp.create("usmf", "IC-1", "Contoso DE", ",\"PartyNumber\":\"000000102\"");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(erp.get("/data/LegalEntities('demf')").json().path("PartyNumber").asText())
        .isEqualTo("000000102");
  }
}
