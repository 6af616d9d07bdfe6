package io.weft.stage;

import static io.weft.stage.ContactScene.ANA;
import static io.weft.stage.ContactScene.USMF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.object.Need;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.record.RecordRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contacts that wait for their account, move to another one, or end. */
final class ContactMoveStageTest extends ContactStageFixture {
  @Test
  void ofAnUnknownAccountWaitsAndGoesOnWhenThatIsLinked() {
    String account = account("Waiting Pines Inc.", Map.of());
    String contact = scene.contact(account, "Ida", "Wait", "ida@pines.example");

    stage.seen(contactRef(contact)).quiet();

    assertThat(stage.stores().links().linksOf(accountRef(account))).hasSize(1);
    assertThat(stage.stores().waiters().list(10)).isEmpty();
    assertThat(link(contact, USMF).state()).isEqualTo(LinkState.LIVE);
    assertThat(person(contact, USMF).path("AssociatedPartyNumber").asText())
        .isEqualTo(scene.party(account));
  }

  @Test
  void thePrimaryContactArrivesOnceItIsLinked() {
    String account = customer("Primary Palms Inc.");
    String contact = scene.contact(account, "Pia", "Palm", "pia@palms.example");
    stage.users().editAccount(ANA, account, Map.of("PrimaryContactId", contact));
    stage.seen(accountRef(account)).quiet();
    assertThat(scene.customerRow(account).path("ContactPersonId").asText()).isEmpty();

    stage.seen(contactRef(contact)).quiet();

    assertThat(scene.customerRow(account).path("ContactPersonId").asText())
        .isEqualTo(link(contact, USMF).d365Key());
  }

  @Test
  void anEmployeeIsLeftOut() {
    String account = customer("Staff Ltd.");
    String contact = scene.contact(account, "Sam", "Staff", "sam@staff.example");
    scene.edit(contact, Map.of("TypeId", "60733efc-f36b-1410-a883-16d83cab0980"));

    stage.seen(contactRef(contact)).quiet();

    assertThat(stage.introduced(contactRef(contact)))
        .hasValueSatisfying(o -> assertThat(o).isInstanceOf(IntroductionOutcome.LeftOut.class));
    assertThat(stage.stores().links().linksOf(contactRef(contact))).isEmpty();
    assertThat(personsWithEmail("sam@staff.example")).isEmpty();
  }

  @Test
  void ofAProspectItIsLeftOutUntilThatIsACustomer() {
    String account = account("Maybe Later Inc.", Map.of("TypeId", prospect()));
    String contact = scene.contact(account, "Tim", "Later", "tim@later.example");
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
    RecordRef waiter = contactRef(scene.contact(account, "Nia", "Nut", "nia@nuts.example"));

    stage.waiting().ask(waiter, null, new Need(accountRef(account), USMF));
    stage.quiet();
    stage.users().editAccount(ANA, account, Map.of("Phone", "+1 206 555 0199"));
    stage.seen(accountRef(account)).quiet();

    assertThat(stage.stores().links().linksOf(accountRef(account)))
        .extracting(Link::state)
        .containsExactly(LinkState.LIVE);
    assertThat(scene.customerRow(account).path("PrimaryContactPhone").asText())
        .isEqualTo("+1 206 555 0199");
  }

  @Test
  void movedToAnotherAccountTheOldOneRetiresAndThePersonStays() {
    String contact = linked("Old Birch Inc.", "Mia", "Birch", "mia@birch.example");
    JsonNode old = person(contact, USMF);
    String first = scene.inCreatio(contact).path("AccountId").asText();
    String next = customer("New Birch Inc.");

    scene.edit(contact, Map.of("AccountId", next));
    stage.seen(contactRef(contact)).quiet();

    JsonNode made = person(contact, USMF);
    assertThat(made.path("ContactPersonId").asText())
        .isNotEqualTo(old.path("ContactPersonId").asText());
    assertThat(made.path("AssociatedPartyNumber").asText()).isEqualTo(scene.party(next));
    assertThat(made.path("ContactPersonPartyNumber").asText())
        .isEqualTo(old.path("ContactPersonPartyNumber").asText());
    assertThat(row(old).path("IsInactive").asText()).isEqualTo("Yes");
    assertThat(made.path("IsInactive").asText()).isEqualTo("No");
    assertThat(scene.inCreatio(contact).path("UsrD365ContactId").asText())
        .isEqualTo(made.path("ContactPersonId").asText());

    scene.edit(contact, Map.of("AccountId", first)); // and back again
    stage.seen(contactRef(contact)).quiet();
    assertThat(person(contact, USMF).path("ContactPersonId").asText())
        .isEqualTo(old.path("ContactPersonId").asText());
    assertThat(row(old).path("IsInactive").asText()).isEqualTo("No");
    assertThat(row(made).path("IsInactive").asText()).isEqualTo("Yes");
  }

  @Test
  void mergedContactsKeepTheContactPerson() {
    String account = customer("Merged Maples Inc.");
    String survivor = scene.contact(account, "Al", "Maple", "al@maples.example");
    String lost = scene.contact(account, "Albert", "Maple", "albert@maples.example");
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

  /** The same contact person as it is now. */
  private static JsonNode row(JsonNode person) {
    return scene.persons("ContactPersonId", person.path("ContactPersonId").asText()).get(0);
  }
}
