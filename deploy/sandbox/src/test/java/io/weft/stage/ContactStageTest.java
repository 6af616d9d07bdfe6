package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.object.Need;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts against both systems of the sandbox, with the rooms of the product. */
final class ContactStageTest {
  private static final LegalEntity USMF = new LegalEntity("usmf");
  private static final LegalEntity DEMF = new LegalEntity("demf");
  private static final String ANA = "Ana Ruiz";

  @TempDir static Path directory;
  private static ObjectStage stage;
  private static int companies;

  @BeforeAll
  static void start() {
    stage = ObjectStage.start(directory, ContactStageTest::withContacts);
  }

  private static String withContacts(String settings) {
    return settings
        .replace(
            "  account-customer:\n    mode: write",
            "  account-customer:\n    mode: write\n  contact:\n    mode: write")
        .replace(
            "    rules:\n",
            "    rules:\n      - {when: {UsrBusinessUnit: both}, to: [usmf, demf]}\n");
  }

  @AfterEach
  void clean() {
    stage.control().delete("faults");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void arrivesUnderItsCustomerAndTellsItsNumber() {
    String account = customer("Larch Mill Inc.");
    String contact = contact(account, "Eva", "Stone", "eva.stone@larch.example");

    stage.seen(contactRef(contact)).quiet();

    JsonNode person = person(contact, USMF);
    assertThat(person.path("AssociatedPartyNumber").asText()).isEqualTo(party(account, USMF));
    assertThat(person.path("FirstName").asText()).isEqualTo("Eva");
    assertThat(person.path("LastName").asText()).isEqualTo("Stone");
    assertThat(person.path("PrimaryEmailAddress").asText()).isEqualTo("eva.stone@larch.example");
    assertThat(creatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(person.path("ContactPersonId").asText());
  }

  @Test
  void ofAnUnknownAccountWaitsAndGoesOnWhenThatIsLinked() {
    String account = account("Waiting Pines Inc.", Map.of());
    String contact = contact(account, "Ida", "Wait", "ida@pines.example");

    stage.seen(contactRef(contact)).quiet();

    assertThat(stage.stores().links().linksOf(accountRef(account))).hasSize(1);
    assertThat(stage.stores().waiters().list(10)).isEmpty();
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    assertThat(person(contact, USMF).path("AssociatedPartyNumber").asText())
        .isEqualTo(party(account, USMF));
  }

  @Test
  void editsGoEachWayAndNamesStayWhole() {
    String contact = linked("Edited Elms Inc.", "Otto", "Elm", "otto@elms.example");

    edit(contact, Map.of("JobTitle", "Head of buying", "Surname", "Elmer"));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("EmploymentJobTitle").asText())
        .isEqualTo("Head of buying");
    assertThat(person(contact, USMF).path("LastName").asText()).isEqualTo("Elmer");

    editPerson(contact, USMF, Map.of("FirstName", "Ottilie", "PrimaryPhoneNumber", "+1 555 777"));
    stage.seen(personRef(contact, USMF)).quiet();
    assertThat(creatio(contact).path("GivenName").asText()).isEqualTo("Ottilie");
    assertThat(creatio(contact).path("Name").asText()).isEqualTo("Ottilie Elmer");
    assertThat(creatio(contact).path("Phone").asText()).isEqualTo("+1 555 777");
  }

  @Test
  void ownEmailAndPhoneNeverTouchTheAccounts() {
    String account = customer("Quiet Oaks Inc.");
    String before = customerRow(account, USMF).path("PrimaryContactEmail").asText();
    String contact = contact(account, "Ned", "Oak", "ned@oaks.example");
    edit(contact, Map.of("Phone", "+1 555 4711"));

    stage.seen(contactRef(contact)).quiet();
    edit(contact, Map.of("Email", "ned.oak@oaks.example"));
    stage.seen(contactRef(contact)).quiet();
    stage.seen(accountRef(account)).quiet();

    assertThat(person(contact, USMF).path("PrimaryEmailAddress").asText())
        .isEqualTo("ned.oak@oaks.example");
    assertThat(person(contact, USMF).path("PrimaryPhoneNumber").asText()).isEqualTo("+1 555 4711");
    assertThat(customerRow(account, USMF).path("PrimaryContactEmail").asText()).isEqualTo(before);
    assertThat(customerRow(account, USMF).path("PrimaryContactPhone").asText())
        .isEqualTo("+1 206 555 0100");
    assertThat(stage.users().account(account).orElseThrow().path("Phone").asText())
        .isEqualTo("+1 206 555 0100");
  }

  @Test
  void aLostAnswerDoublesNobody() {
    String account = customer("Lost Limes Inc.");
    String contact = contact(account, "Lea", "Lime", "lea@limes.example");
    stage
        .control()
        .post(
            "faults",
            Map.of(
                "name",
                "drop-answer",
                "system",
                "d365",
                "method",
                "POST",
                "set",
                "ContactPersons"));

    stage.seen(contactRef(contact)).quiet();

    assertThat(stage.control().get("state").toString()).contains("drop-answer");
    assertThat(persons("PrimaryEmailAddress", "lea@limes.example")).hasSize(1);
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    assertThat(creatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(link(contact, USMF).d365Key());
  }

  @Test
  void movedToAnotherAccountTheOldOneRetiresAndThePersonStays() {
    String contact = linked("Old Birch Inc.", "Mia", "Birch", "mia@birch.example");
    JsonNode old = person(contact, USMF);
    String first = creatio(contact).path("AccountId").asText();
    String next = customer("New Birch Inc.");

    edit(contact, Map.of("AccountId", next));
    stage.seen(contactRef(contact)).quiet();

    JsonNode made = person(contact, USMF);
    assertThat(made.path("ContactPersonId").asText())
        .isNotEqualTo(old.path("ContactPersonId").asText());
    assertThat(made.path("AssociatedPartyNumber").asText()).isEqualTo(party(next, USMF));
    assertThat(made.path("ContactPersonPartyNumber").asText())
        .isEqualTo(old.path("ContactPersonPartyNumber").asText());
    assertThat(row(old).path("IsInactive").asText()).isEqualTo("Yes");
    assertThat(made.path("IsInactive").asText()).isEqualTo("No");
    assertThat(creatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(made.path("ContactPersonId").asText());

    edit(contact, Map.of("AccountId", first)); // and back again
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("ContactPersonId").asText())
        .isEqualTo(old.path("ContactPersonId").asText());
    assertThat(row(old).path("IsInactive").asText()).isEqualTo("No");
    assertThat(row(made).path("IsInactive").asText()).isEqualTo("Yes");
  }

  @Test
  void inSeveralLegalEntitiesItIsOnePerson() {
    String account = account("Twin Firs Inc.", Map.of("UsrBusinessUnit", "both"));
    stage.seen(accountRef(account)).quiet();
    String contact = contact(account, "Kim", "Fir", "kim@firs.example");

    stage.seen(contactRef(contact)).quiet();

    JsonNode here = person(contact, USMF);
    JsonNode there = person(contact, DEMF);
    assertThat(there.path("ContactPersonPartyNumber").asText())
        .isNotEmpty()
        .isEqualTo(here.path("ContactPersonPartyNumber").asText());
    assertThat(there.path("PrimaryEmailAddress").asText()).isEqualTo("kim@firs.example");
    assertThat(there.path("AssociatedPartyNumber").asText()).isEqualTo(party(account, DEMF));
    assertThat(creatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(here.path("ContactPersonId").asText());
  }

  @Test
  void aPersonOfTheAddressBookIsReused() {
    String first = linked("First Job Inc.", "Una", "Known", "una@known.example");
    String account = customer("Second Job Inc.");
    String second = contact(account, "Una", "Known", "una@known.example");

    stage.seen(contactRef(second)).quiet();

    assertThat(person(second, USMF).path("ContactPersonPartyNumber").asText())
        .isEqualTo(person(first, USMF).path("ContactPersonPartyNumber").asText());
    assertThat(person(second, USMF).path("ContactPersonId").asText())
        .isNotEqualTo(person(first, USMF).path("ContactPersonId").asText());
  }

  @Test
  void anEmployeeIsLeftOut() {
    String account = customer("Staff Ltd.");
    String contact = contact(account, "Sam", "Staff", "sam@staff.example");
    edit(contact, Map.of("TypeId", "60733efc-f36b-1410-a883-16d83cab0980"));

    stage.seen(contactRef(contact)).quiet();

    assertThat(stage.introduced(contactRef(contact)))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(IntroductionOutcome.LeftOut.class));
    assertThat(stage.stores().links().linksOf(contactRef(contact))).isEmpty();
    assertThat(persons("PrimaryEmailAddress", "sam@staff.example")).isEmpty();
  }

  @Test
  void madeInD365ItBecomesAContactOfTheAccount() {
    String account = customer("Born There Inc.");
    JsonNode made =
        stage
            .control()
            .post(
                "d365/ContactPersons",
                Map.of(
                    "user",
                    "Finance",
                    "dataAreaId",
                    "usmf",
                    "AssociatedPartyNumber",
                    party(account, USMF),
                    "FirstName",
                    "Bo",
                    "LastName",
                    "Born",
                    "PrimaryEmailAddress",
                    "bo@born.example"));
    RecordRef record =
        RecordRef.d365(SyncObjectName.CONTACT, USMF, made.path("ContactPersonId").asText());

    stage.seen(record).quiet();

    Link link = stage.stores().links().linksOf(record).get(0);
    JsonNode contact = creatio(link.creatioId());
    assertThat(contact.path("AccountId").asText()).isEqualTo(account);
    assertThat(contact.path("Name").asText()).isEqualTo("Bo Born");
    assertThat(contact.path("Email").asText()).isEqualTo("bo@born.example");
    assertThat(contact.path("UsrD365ContactId").asText()).isEqualTo(record.key());
  }

  @Test
  void inactiveGoesBothWays() {
    String contact = linked("Still Ponds Inc.", "Jan", "Pond", "jan@ponds.example");

    edit(contact, Map.of("UsrInactive", true));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("IsInactive").asText()).isEqualTo("Yes");

    editPerson(contact, USMF, Map.of("IsInactive", "No"));
    stage.seen(personRef(contact, USMF)).quiet();
    assertThat(creatio(contact).path("UsrInactive").asBoolean()).isFalse();
  }

  @Test
  void withoutALastNameItParksNamingTheContact() {
    String account = customer("Nameless Inc.");
    String contact = contact(account, "Zoe", "", "zoe@nameless.example");

    stage.seen(contactRef(contact)).quiet();

    assertThat(needs(contact).what()).contains("'Zoe'").contains("last name");
    assertThat(needs(contact).remedy()).contains("Surname");
    assertThat(persons("PrimaryEmailAddress", "zoe@nameless.example")).isEmpty();
  }

  @Test
  void anEmailThatD365RefusesParksWithItsText() {
    String account = customer("Bad Mail Inc.");
    String contact = contact(account, "Pat", "Mail", "pat@");

    stage.seen(contactRef(contact)).quiet();

    assertThat(needs(contact).what()).contains("pat@").contains("not valid");
    edit(contact, Map.of("Email", "pat@mail.example"));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("PrimaryEmailAddress").asText())
        .isEqualTo("pat@mail.example");
  }

  @Test
  void thePrimaryContactArrivesOnceItIsLinked() {
    String account = customer("Primary Palms Inc.");
    String contact = contact(account, "Pia", "Palm", "pia@palms.example");
    stage.users().editAccount(ANA, account, Map.of("PrimaryContactId", contact));
    stage.seen(accountRef(account)).quiet();
    assertThat(customerRow(account, USMF).path("ContactPersonId").asText()).isEmpty();

    stage.seen(contactRef(contact)).quiet();

    assertThat(customerRow(account, USMF).path("ContactPersonId").asText())
        .isEqualTo(link(contact, USMF).d365Key());
  }

  @Test
  void ofAProspectItIsLeftOutUntilThatIsACustomer() {
    String account = account("Maybe Later Inc.", Map.of("TypeId", prospect()));
    String contact = contact(account, "Tim", "Later", "tim@later.example");
    stage.seen(contactRef(contact)).quiet();
    assertThat(stage.introduced(contactRef(contact)))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(IntroductionOutcome.LeftOut.class));
    assertThat(stage.stores().links().linksOf(accountRef(account))).isEmpty();

    stage.users().editAccount(ANA, account, Map.of("TypeId", Users.CUSTOMER_TYPE));
    stage.seen(accountRef(account)).quiet();

    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
  }

  @Test
  void aProspectBecomesACustomerWhenSomebodyNeedsIt() {
    String account = account("Needed Nuts Inc.", Map.of("TypeId", prospect()));
    RecordRef waiter = contactRef(contact(account, "Nia", "Nut", "nia@nuts.example"));

    stage.waiting().ask(waiter, null, new Need(accountRef(account), USMF));
    stage.quiet();
    stage.users().editAccount(ANA, account, Map.of("Phone", "+1 206 555 0199"));
    stage.seen(accountRef(account)).quiet();

    assertThat(stage.stores().links().linksOf(accountRef(account)))
        .extracting(Link::state)
        .containsExactly(LinkState.LIVE);
    assertThat(customerRow(account, USMF).path("PrimaryContactPhone").asText())
        .isEqualTo("+1 206 555 0199");
  }

  @Test
  void mergedContactsKeepTheContactPerson() {
    String account = customer("Merged Maples Inc.");
    String survivor = contact(account, "Al", "Maple", "al@maples.example");
    String lost = contact(account, "Albert", "Maple", "albert@maples.example");
    stage.seen(contactRef(lost)).quiet();
    String key = link(lost, USMF).d365Key();

    stage
        .control()
        .post(
            "creatio/merge", Map.of("user", ANA, "set", "Contact", "ids", List.of(survivor, lost)));
    stage.gone(contactRef(lost)).quiet();

    assertThat(link(survivor, USMF).d365Key()).isEqualTo(key);
    assertThat(link(survivor, USMF).state()).isEqualTo(LinkState.LIVE);
  }

  @Test
  void aDeletionIsNeverPassedOn() {
    String contact = linked("Gone Groves Inc.", "Gus", "Grove", "gus@groves.example");
    JsonNode person = person(contact, USMF);
    stage.control().delete("creatio/Contact/" + contact);

    stage.gone(contactRef(contact)).quiet();

    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.GONE);
    assertThat(row(person).path("LastName").asText()).isEqualTo("Grove");
  }

  private static Problem needs(String contact) {
    PassOutcome outcome = stage.passed(pair(contact, USMF)).orElseThrow();
    assertThat(outcome).isInstanceOf(PassOutcome.NeedsPerson.class);
    return ((PassOutcome.NeedsPerson) outcome).problem();
  }

  private static String prospect() {
    return stage
        .control()
        .get("creatio/AccountType?limit=100")
        .path("value")
        .valueStream()
        .filter(t -> !t.path("Id").asText().equals(Users.CUSTOMER_TYPE))
        .filter(t -> !t.path("Name").asText().contains("ompany"))
        .map(t -> t.path("Id").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String customer(String name) {
    String account = account(name, Map.of());
    stage.seen(accountRef(account)).quiet();
    assertThat(stage.stores().links().linksOf(accountRef(account))).isNotEmpty();
    return account;
  }

  private static String account(String name, Map<String, String> more) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("Name", name);
    columns.put("TypeId", Users.CUSTOMER_TYPE);
    columns.put("Phone", "+1 206 555 0100");
    columns.put("UsrTaxNumber", "91-55%05d".formatted(++companies));
    columns.put("UsrCurrencyId", stage.users().lookUp("Currency", "ShortName", "USD"));
    columns.put("UsrCustomerGroup", "10");
    columns.putAll(more);
    return stage.users().newAccount(ANA, columns);
  }

  private static String contact(String account, String given, String surname, String email) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("user", ANA);
    columns.put("Name", (given + " " + surname).strip());
    columns.put("GivenName", given);
    columns.put("Surname", surname);
    columns.put("Email", email);
    columns.put("AccountId", account);
    return stage.control().post("creatio/Contact", columns).path("Id").asText();
  }

  private static String linked(String company, String given, String surname, String email) {
    String contact = contact(customer(company), given, surname, email);
    stage.seen(contactRef(contact)).quiet();
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    return contact;
  }

  private static void edit(String contact, Map<String, ?> columns) {
    Map<String, Object> body = new LinkedHashMap<>(columns);
    body.put("user", ANA);
    stage.control().patch("creatio/Contact/" + contact, body);
  }

  private static void editPerson(String contact, LegalEntity le, Map<String, ?> fields) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("user", "Finance");
    stage
        .control()
        .patch("d365/ContactPersons/" + le.id() + "," + link(contact, le).d365Key(), body);
  }

  private static RecordRef contactRef(String id) {
    return RecordRef.creatio(SyncObjectName.CONTACT, id);
  }

  private static RecordRef accountRef(String id) {
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
  }

  private static RecordRef personRef(String contact, LegalEntity le) {
    return RecordRef.d365(SyncObjectName.CONTACT, le, link(contact, le).d365Key());
  }

  private static PairId pair(String contact, LegalEntity le) {
    return new PairId(SyncObjectName.CONTACT, le, contact);
  }

  private static Link link(String contact, LegalEntity le) {
    return stage.stores().links().find(pair(contact, le)).orElseThrow();
  }

  private static JsonNode creatio(String contact) {
    return stage.control().get("creatio/Contact/" + contact);
  }

  private static JsonNode person(String contact, LegalEntity le) {
    List<JsonNode> rows =
        persons("ContactPersonId", link(contact, le).d365Key()).stream()
            .filter(row -> row.path("dataAreaId").asText().equals(le.id()))
            .toList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static JsonNode row(JsonNode person) {
    return persons("ContactPersonId", person.path("ContactPersonId").asText()).get(0);
  }

  private static List<JsonNode> persons(String field, String value) {
    List<JsonNode> rows = new ArrayList<>();
    stage
        .control()
        .get("d365/ContactPersons?" + field + "=" + Control.encoded(value))
        .path("value")
        .forEach(rows::add);
    return rows;
  }

  private static JsonNode customerRow(String account, LegalEntity le) {
    Link link =
        stage
            .stores()
            .links()
            .find(new PairId(SyncObjectName.ACCOUNT_CUSTOMER, le, account))
            .orElseThrow();
    return stage.users().customer(le.id(), link.d365Key()).orElseThrow();
  }

  private static String party(String account, LegalEntity le) {
    return customerRow(account, le).path("PartyNumber").asText();
  }
}
