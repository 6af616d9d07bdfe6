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

class ContactTest {
  private static final String SET = "/data/ContactPersons?cross-company=true";
  private static Erp365 erp;
  private static String party;

  @BeforeAll
  static void start() {
    erp = Erp365.start();
    party =
        erp.create("usmf", "C-1", "Acme", ",\"PrimaryContactEmail\":\"office@acme.example\"")
            .json()
            .path("PartyNumber")
            .asText();
  }

  @AfterEach
  void clean() {
    erp.call("DELETE", "/control/d365/settings", "");
  }

  @AfterAll
  static void stop() {
    erp.close();
  }

  private static Erp365.Reply post(String more) {
    return erp.call(
        "POST",
        SET,
        "{\"dataAreaId\":\"usmf\",\"AssociatedPartyNumber\":\"%s\"%s}".formatted(party, more));
  }

  private static JsonNode made(String more) {
    Erp365.Reply reply = post(more);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private static String key(JsonNode contact) {
    return "/data/ContactPersons(dataAreaId='%s',ContactPersonId='%s')?cross-company=true"
        .formatted(contact.path("dataAreaId").asText(), contact.path("ContactPersonId").asText());
  }

  @Test
  void numbersAContactAndMakesItsPerson() {
    JsonNode contact =
        made(
            ",\"FirstName\":\"Ana\",\"MiddleName\":\"M\",\"LastName\":\"Ruiz\",\"PrimaryEmailAddress\":\"ana@acme.example\","
                + "\"EmploymentJobFunctionName\":\"Purchasing\",\"DecisionMakingRoleCode\":\"Influencer\"");
    JsonNode person =
        erp.get(
                "/data/CDSParties('%s')"
                    .formatted(contact.path("ContactPersonPartyNumber").asText()))
            .json();

    assertThat(contact.path("ContactPersonId").asText()).matches("\\d{6}");
    assertThat(contact.path("ContactPersonName").asText()).isEqualTo("Ana M Ruiz");
    assertThat(contact.path("IsInactive").asText()).isEqualTo("No");
    assertThat(contact.path("LastEditDateTime").asText()).startsWith("20");
    assertThat(person.path("PartyType").asText()).isEqualTo("Person");
    assertThat(person.path("PersonLastName").asText()).isEqualTo("Ruiz");
    assertThat(erp.customer("usmf", "C-1").json().path("PrimaryContactEmail").asText())
        .isEqualTo("office@acme.example");
  }

  @Test
  void doublesThePersonUnlessItIsNamed() {
    JsonNode first = made(",\"FirstName\":\"Jo\",\"LastName\":\"Twin\"");
    JsonNode second = made(",\"FirstName\":\"Jo\",\"LastName\":\"Twin\"");
    String person = first.path("ContactPersonPartyNumber").asText();
    JsonNode third = made(",\"ContactPersonPartyNumber\":\"%s\"".formatted(person));

    assertThat(second.path("ContactPersonPartyNumber").asText()).isNotEqualTo(person);
    assertThat(third.path("ContactPersonPartyNumber").asText()).isEqualTo(person);
    assertThat(third.path("LastName").asText()).isEqualTo("Twin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"FirstName\":\"Ana\";Field 'Last name' must be filled in.",
        "\"LastName\":\"R\",\"PrimaryEmailAddress\":\"ana@\";The email address 'ana@' is not valid.",
        "\"LastName\":\"R\",\"EmploymentJobFunctionName\":\"Chief\";The value 'Chief' in field 'Job function' is not found",
        "\"LastName\":\"R\",\"DecisionMakingRoleCode\":\"Boss\";in field 'Decision-making role' is not found",
        "\"LastName\":\"R\",\"AssociatedPartyNumber\":\"424242\";is not found in the related table 'Global address book'.",
        "\"LastName\":\"R\",\"AssociatedPartyNumber\":\"000000102\";is not found in the related table 'Customers'.",
        "\"LastName\":\"R\",\"AssociatedPartyNumber\":\"\";Field 'Associated party' must be filled in.",
        "\"LastName\":\"R\",\"ContactPersonPartyNumber\":\"000000101\";Party '000000101' is not a person.",
        "\"LastName\":\"R\",\"ContactPersonId\":\"A-1\";Number sequence Cont_usmf does not allow manual numbers.",
        "\"LastName\":\"A name that is much too long to fit in\";at most 25 are allowed",
      })
  void refusesWithAnInfolog(String fields, String text) {
    Erp365.Reply reply = post("," + fields);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.infolog())
        .startsWith("Write failed for table row of type 'smmContactPersonV2Entity'. Infolog: ")
        .contains(text);
  }

  @Test
  void showsANameWrittenOnThePartyAndTheOtherWayRound() {
    JsonNode contact = made(",\"FirstName\":\"Eva\",\"LastName\":\"Old\"");
    String person = contact.path("ContactPersonPartyNumber").asText();
    String etag = contact.path("@odata.etag").asText();

    assertThat(
            erp.call(
                    "PATCH",
                    "/data/CDSParties('%s')".formatted(person),
                    "{\"PersonLastName\":\"New\"}")
                .status())
        .isEqualTo(204);
    JsonNode seen = erp.get(key(contact)).json();
    assertThat(seen.path("LastName").asText()).isEqualTo("New");
    assertThat(seen.path("ContactPersonName").asText()).isEqualTo("Eva New");
    assertThat(seen.path("@odata.etag").asText()).isNotEqualTo(etag);

    erp.call("PATCH", key(contact), "{\"FirstName\":\"Evi\"}");
    assertThat(
            erp.get("/data/CDSParties('%s')".formatted(person))
                .json()
                .path("PersonFirstName")
                .asText())
        .isEqualTo("Evi");
  }

  @Test
  void sharesOnePersonBetweenTwoContacts() {
    JsonNode first = made(",\"FirstName\":\"Kim\",\"LastName\":\"Both\"");
    JsonNode second =
        made(
            ",\"ContactPersonPartyNumber\":\"%s\""
                .formatted(first.path("ContactPersonPartyNumber").asText()));
    long mark = erp.sandbox().world().journal().last();

    erp.call("PATCH", key(second), "{\"PrimaryPhoneNumber\":\"+1 2\",\"IsInactive\":\"Yes\"}");

    JsonNode other = erp.get(key(first)).json();
    assertThat(other.path("PrimaryPhoneNumber").asText()).isEqualTo("+1 2");
    assertThat(other.path("IsInactive").asText()).isEqualTo("No");
    List<JournalEntry> entries =
        erp.sandbox().world().journal().after(mark).stream()
            .filter(entry -> entry.set().equals("ContactPersons"))
            .toList();
    assertThat(entries).extracting(JournalEntry::client).containsExactly("weft", "server");
  }

  @Test
  void keepsElectronicAddressesInStepWithTheContact() {
    JsonNode contact =
        made(
            ",\"FirstName\":\"Li\",\"LastName\":\"Mail\",\"PrimaryEmailAddress\":\"li@acme.example\"");
    String person = contact.path("ContactPersonPartyNumber").asText();
    String mine = "/data/PartyContactsV3?$filter=PartyNumber eq '%s'".formatted(person);
    JsonNode address = erp.get(mine).json().at("/value/0");
    assertThat(address.path("Locator").asText()).isEqualTo("li@acme.example");
    assertThat(address.path("IsPrimary").asText()).isEqualTo("Yes");

    Erp365.Reply added =
        erp.call(
            "POST",
            "/data/PartyContactsV3",
            "{\"PartyNumber\":\"%s\",\"Type\":\"Email\",\"Locator\":\"li2@acme.example\",\"IsPrimary\":\"Yes\"}"
                .formatted(person));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(erp.get(key(contact)).json().path("PrimaryEmailAddress").asText())
        .isEqualTo("li2@acme.example");
    assertThat(erp.get(mine).json().path("value")).hasSize(2);

    erp.call("PATCH", key(contact), "{\"PrimaryEmailAddress\":\"li3@acme.example\"}");
    assertThat(
            erp.get(mine + " and IsPrimary eq Microsoft.Dynamics.DataEntities.NoYes'Yes'").json())
        .hasToString(erp.get(mine + " and Locator eq 'li3@acme.example'").json().toString());
    assertThat(
            erp.call(
                    "POST",
                    "/data/PartyContactsV3",
                    "{\"PartyNumber\":\"%s\",\"Type\":\"Email\",\"Locator\":\"li\"}"
                        .formatted(person))
                .infolog())
        .contains("The email address 'li' is not valid.");
  }

  @Test
  void knowsOneDefaultContact() {
    JsonNode first = made(",\"LastName\":\"First\",\"IsDefaultContactPerson\":\"Yes\"");
    made(",\"LastName\":\"Second\",\"IsDefaultContactPerson\":\"Yes\"");

    assertThat(erp.get(key(first)).json().path("IsDefaultContactPerson").asText()).isEqualTo("No");
  }

  @Test
  void keepsKeysAndWhomItBelongsTo() {
    JsonNode contact = made(",\"LastName\":\"Stay\"");

    assertThat(
            erp.call("PATCH", key(contact), "{\"AssociatedPartyNumber\":\"000000101\"}").infolog())
        .contains("Field 'Associated party' cannot be changed.");
    assertThat(erp.call("PATCH", key(contact), "{\"LastName\":\"\"}").infolog())
        .contains("Field 'Last name' must be filled in.");
    assertThat(erp.call("DELETE", key(contact), "").status()).isEqualTo(204);
  }

  @Test
  void followsInTheFeedAndInUsersScreens() {
    String feed = "/api/data/v9.2/mserp_smmcontactpersonv2entities?$select=mserp_lastname";
    JsonNode contact = made(",\"LastName\":\"Feed\"");
    String link =
        erp.get(feed, "Prefer", "odata.track-changes").json().path("@odata.deltaLink").asText();

    Erp365.Reply edited =
        erp.call(
            "PATCH",
            "/control/d365/ContactPersons/usmf," + contact.path("ContactPersonId").asText(),
            "{\"LastName\":\"Fed\"}");

    assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    assertThat(erp.get(link).json().at("/value/0/mserp_lastname").asText()).isEqualTo("Fed");
  }

  @Test
  void seedsContactsOfCustomersOnRequest() {
    try (Erp365 other = Erp365.start()) {
      other.control("seed", "{\"customers\":20,\"customerContacts\":30}");
      other.control("seed", "{\"customers\":20,\"customerContacts\":30}");

      assertThat(other.get(SET.replace("?", "/$count?")).text()).isEqualTo("30");
      JsonNode one = other.get(SET + "&$top=1").json().at("/value/0");
      assertThat(one.path("LastName").asText()).isNotEmpty();
      assertThat(one.path("PrimaryEmailAddress").asText()).contains("@");
    }
  }
}
