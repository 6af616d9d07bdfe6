package io.weft.stage;

import static io.weft.stage.ContactScene.DEMF;
import static io.weft.stage.ContactScene.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contacts against both systems of the sandbox, with the rooms of the product. */
final class ContactStageTest extends ContactStageFixture {
  @Test
  void arrivesUnderItsCustomerAndTellsItsNumber() {
    String account = customer("Larch Mill Inc.");
    String contact = scene.contact(account, "Eva", "Stone", "eva.stone@larch.example");

    stage.seen(contactRef(contact)).quiet();

    JsonNode person = person(contact, USMF);
    assertThat(person.path("AssociatedPartyNumber").asText()).isEqualTo(scene.party(account));
    assertThat(person.path("FirstName").asText()).isEqualTo("Eva");
    assertThat(person.path("LastName").asText()).isEqualTo("Stone");
    assertThat(person.path("PrimaryEmailAddress").asText()).isEqualTo("eva.stone@larch.example");
    assertThat(scene.inCreatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(person.path("ContactPersonId").asText());
  }

  @Test
  void editsGoEachWayAndNamesStayWhole() {
    String contact = linked("Edited Elms Inc.", "Otto", "Elm", "otto@elms.example");

    scene.edit(contact, Map.of("JobTitle", "Head of buying", "Surname", "Elmer"));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("EmploymentJobTitle").asText())
        .isEqualTo("Head of buying");
    assertThat(person(contact, USMF).path("LastName").asText()).isEqualTo("Elmer");

    editPerson(contact, Map.of("FirstName", "Ottilie", "PrimaryPhoneNumber", "+1 555 777"));
    stage.seen(personRef(contact)).quiet();
    assertThat(scene.inCreatio(contact).path("GivenName").asText()).isEqualTo("Ottilie");
    assertThat(scene.inCreatio(contact).path("Name").asText()).isEqualTo("Ottilie Elmer");
    assertThat(scene.inCreatio(contact).path("Phone").asText()).isEqualTo("+1 555 777");
  }

  @Test
  void ownEmailAndPhoneNeverTouchTheAccounts() {
    String account = customer("Quiet Oaks Inc.");
    String before = scene.customerRow(account).path("PrimaryContactEmail").asText();
    String contact = scene.contact(account, "Ned", "Oak", "ned@oaks.example");
    scene.edit(contact, Map.of("Phone", "+1 555 4711"));

    stage.seen(contactRef(contact)).quiet();
    scene.edit(contact, Map.of("Email", "ned.oak@oaks.example"));
    stage.seen(contactRef(contact)).quiet();
    stage.seen(accountRef(account)).quiet();

    assertThat(person(contact, USMF).path("PrimaryEmailAddress").asText())
        .isEqualTo("ned.oak@oaks.example");
    assertThat(person(contact, USMF).path("PrimaryPhoneNumber").asText()).isEqualTo("+1 555 4711");
    assertThat(scene.customerRow(account).path("PrimaryContactEmail").asText()).isEqualTo(before);
    assertThat(scene.customerRow(account).path("PrimaryContactPhone").asText())
        .isEqualTo("+1 206 555 0100");
    assertThat(stage.users().account(account).orElseThrow().path("Phone").asText())
        .isEqualTo("+1 206 555 0100");
  }

  @Test
  void aLostAnswerDoublesNobody() {
    String account = customer("Lost Limes Inc.");
    String contact = scene.contact(account, "Lea", "Lime", "lea@limes.example");
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
    assertThat(personsWithEmail("lea@limes.example")).hasSize(1);
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    assertThat(scene.inCreatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(link(contact, USMF).d365Key());
  }

  @Test
  void inSeveralLegalEntitiesItIsOnePerson() {
    String account = account("Twin Firs Inc.", Map.of("UsrBusinessUnit", "both"));
    stage.seen(accountRef(account)).quiet();
    String contact = scene.contact(account, "Kim", "Fir", "kim@firs.example");

    stage.seen(contactRef(contact)).quiet();

    JsonNode here = person(contact, USMF);
    JsonNode there = person(contact, DEMF);
    assertThat(there.path("ContactPersonPartyNumber").asText())
        .isNotEmpty()
        .isEqualTo(here.path("ContactPersonPartyNumber").asText());
    assertThat(there.path("PrimaryEmailAddress").asText()).isEqualTo("kim@firs.example");
    assertThat(there.path("AssociatedPartyNumber").asText()).isEqualTo(scene.party(account, DEMF));
    assertThat(scene.inCreatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(here.path("ContactPersonId").asText());
  }

  @Test
  void aPersonOfTheAddressBookIsReused() {
    String first = linked("First Job Inc.", "Una", "Known", "una@known.example");
    String account = customer("Second Job Inc.");
    String second = scene.contact(account, "Una", "Known", "una@known.example");

    stage.seen(contactRef(second)).quiet();

    assertThat(person(second, USMF).path("ContactPersonPartyNumber").asText())
        .isEqualTo(person(first, USMF).path("ContactPersonPartyNumber").asText());
    assertThat(person(second, USMF).path("ContactPersonId").asText())
        .isNotEqualTo(person(first, USMF).path("ContactPersonId").asText());
  }

  @Test
  void madeInD365ItBecomesAContactOfTheAccount() {
    String account = customer("Born There Inc.");
    String made = scene.person(account, "Bo", "Born", "bo@born.example");
    RecordRef record = RecordRef.d365(SyncObjectName.CONTACT, USMF, made);

    stage.seen(record).quiet();

    Link link = stage.stores().links().linksOf(record).get(0);
    JsonNode contact = scene.inCreatio(link.creatioId());
    assertThat(contact.path("AccountId").asText()).isEqualTo(account);
    assertThat(contact.path("Name").asText()).isEqualTo("Bo Born");
    assertThat(contact.path("Email").asText()).isEqualTo("bo@born.example");
    assertThat(contact.path("UsrD365ContactId").asText()).isEqualTo(record.key());
  }

  @Test
  void inactiveGoesBothWays() {
    String contact = linked("Still Ponds Inc.", "Jan", "Pond", "jan@ponds.example");

    scene.edit(contact, Map.of("UsrInactive", true));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("IsInactive").asText()).isEqualTo("Yes");

    editPerson(contact, Map.of("IsInactive", "No"));
    stage.seen(personRef(contact)).quiet();
    assertThat(scene.inCreatio(contact).path("UsrInactive").asBoolean()).isFalse();
  }

  @Test
  void withoutALastNameItParksNamingTheContact() {
    String account = customer("Nameless Inc.");
    String contact = scene.contact(account, "Zoe", "", "zoe@nameless.example");

    stage.seen(contactRef(contact)).quiet();

    assertThat(needs(contact).what()).contains("'Zoe'").contains("last name");
    assertThat(needs(contact).remedy()).contains("Surname");
    assertThat(personsWithEmail("zoe@nameless.example")).isEmpty();
  }

  @Test
  void anEmailThatD365RefusesParksWithItsText() {
    String account = customer("Bad Mail Inc.");
    String contact = scene.contact(account, "Pat", "Mail", "pat@");

    stage.seen(contactRef(contact)).quiet();

    assertThat(needs(contact).what()).contains("pat@").contains("not valid");
    scene.edit(contact, Map.of("Email", "pat@mail.example"));
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("PrimaryEmailAddress").asText())
        .isEqualTo("pat@mail.example");
  }

  private static Problem needs(String contact) {
    PassOutcome outcome = stage.passed(pair(contact, USMF)).orElseThrow();
    assertThat(outcome).isInstanceOf(PassOutcome.NeedsPerson.class);
    return ((PassOutcome.NeedsPerson) outcome).problem();
  }

  private static void editPerson(String contact, Map<String, ?> fields) {
    String key = link(contact, USMF).d365Key();
    stage.users().editInD365("Finance", "ContactPersons", USMF.id(), key, fields);
  }

  private static RecordRef personRef(String contact) {
    return RecordRef.d365(SyncObjectName.CONTACT, USMF, link(contact, USMF).d365Key());
  }
}
