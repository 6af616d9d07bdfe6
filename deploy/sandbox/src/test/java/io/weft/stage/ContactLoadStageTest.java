package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.workflows.load.LoadChoices.Creation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load of contacts and contact persons against the sandbox, with the rooms of the product. */
final class ContactLoadStageTest {
  @TempDir Path directory;
  private ContactScene scene;

  @BeforeEach
  void start() {
    scene = ContactScene.start(directory);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void linksWhoIsThereTwiceAndMakesWhoIsThereOnce() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String both = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    String there = scene.person(larch, "Eva", "Stone", "EVA@larch.example");
    String onlyHere = scene.contact(larch, "Bo", "Reed", "bo@larch.example");
    String onlyThere = scene.person(larch, "Ida", "Moss", "ida@larch.example");

    scene.contacts.whole(1, Creation.BOTH);

    assertThat(scene.pair(1, both).d365Key()).isEqualTo(there);
    assertThat(scene.inCreatio(both).path("UsrD365ContactId").asText()).isEqualTo(there);
    assertThat(scene.pair(1, onlyHere).outcome()).isEqualTo(Outcome.MADE_IN_D365);
    JsonNode made = scene.persons("LastName", "Reed").get(0);
    assertThat(made.path("AssociatedPartyNumber").asText()).isEqualTo(scene.party(larch));
    assertThat(scene.inCreatio(onlyHere).path("UsrD365ContactId").asText())
        .isEqualTo(made.path("ContactPersonId").asText());
    List<JsonNode> arrived = scene.stage.users().inCreatio("Contact", "Surname", "Moss");
    assertThat(arrived).hasSize(1);
    assertThat(arrived.get(0).path("AccountId").asText()).isEqualTo(larch);
    assertThat(arrived.get(0).path("UsrD365ContactId").asText()).isEqualTo(onlyThere);
    assertThat(scene.persons("LastName", "Stone")).hasSize(1);
    assertThat(scene.contacts.counts(1)).doesNotContainKey("verified/unexplained");
    assertThat(scene.contacts.counts(1).get("verified/equal"))
        .isEqualTo(scene.contacts.counts(1).get("verified/linked"));
  }

  @Test
  void peopleOfTwoCompaniesAreNeverPutTogether() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String oaks = scene.customer(2, "Quiet Oaks Inc.");
    String here = scene.contact(larch, "Eva", "Stone", "eva@stone.example");
    scene.person(oaks, "Eva", "Stone", "eva@stone.example");

    scene.contacts.whole(1, Creation.NONE);

    assertThat(scene.pair(1, here).kind()).isEqualTo(Kind.NEW_IN_CREATIO);
    assertThat(scene.contacts.pairs(1)).extracting(LoadPair::state).doesNotContain(State.REVIEW);
    assertThat(scene.inCreatio(here).path("UsrD365ContactId").asText()).isEmpty();
  }

  @Test
  void duplicatesAndDoubtsAreLeftToAPerson() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String one = scene.contact(larch, "Kim", "Twin", "kim@larch.example");
    String other = scene.contact(larch, "Kim", "Twin", "kim@larch.example");
    String initial = scene.contact(larch, "E.", "Stone", "");
    scene.person(larch, "Eva", "Stone", "eva@larch.example");
    String moved = scene.contact(larch, "Pat", "Brook", "pat@private.example");
    scene.person(larch, "Pat", "Brook", "pat@larch.example");

    scene.contacts.whole(1, Creation.BOTH);

    assertThat(scene.pair(1, one).kind()).isEqualTo(Kind.DUPLICATE);
    assertThat(scene.pair(1, other).state()).isEqualTo(State.LEFT);
    assertThat(scene.pair(1, initial).state()).isEqualTo(State.REVIEW);
    assertThat(scene.pair(1, initial).evidence()).contains("similar-name");
    assertThat(scene.pair(1, moved).state()).isEqualTo(State.REVIEW);
    assertThat(scene.pair(1, moved).evidence()).contains("other e-mail addresses");
    assertThat(scene.persons("LastName", "Twin")).isEmpty();
    assertThat(scene.persons("LastName", "Stone")).hasSize(1);
    assertThat(scene.persons("LastName", "Brook")).hasSize(1);
  }

  @Test
  void whoBelongsToNoCustomerIsLeftOutWithItsReason() {
    scene.customer(1, "Larch Mill Inc.");
    scene.contact("", "Una", "Alone", "una@alone.example");
    String prospect = scene.accounts.account("Maybe Later Inc.", Map.of("TypeId", prospect()));
    scene.contact(prospect, "Tim", "Later", "tim@later.example");
    scene.personOf(strangersParty(), "Vera", "Vendor", "vera@vendor.example");

    scene.contacts.whole(1, Creation.BOTH);

    assertThat(scene.contacts.counts(1))
        .containsEntry("out/creatio/a contact without an account", 1L);
    assertThat(scene.contacts.counts(1).keySet())
        .anyMatch(name -> name.startsWith("out/creatio/its account is no customer: "));
    assertThat(scene.contacts.counts(1).keySet())
        .anyMatch(name -> name.startsWith("out/d365/no customer's contact person"));
    assertThat(scene.persons("LastName", "Alone")).isEmpty();
    assertThat(scene.persons("LastName", "Later")).isEmpty();
  }

  /** A party that is nobody's customer in usmf. */
  private String strangersParty() {
    Map<String, String> fields =
        Map.of(
            "dataAreaId", "demf",
            "CustomerAccount", "DE-V1",
            "OrganizationName", "Vendor Vines GmbH",
            "CustomerGroupId", "10",
            "SalesCurrencyCode", "EUR");
    return scene
        .stage
        .users()
        .newInD365("Finance", "CustomersV3", fields)
        .path("PartyNumber")
        .asText();
  }

  private String prospect() {
    return scene.stage.users().lookUp("AccountType", "Name", "Partner");
  }

  @Test
  void aSecondLoadFindsAllEqualAndWritesNothing() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.contact(larch, "Bo", "Reed", "");
    scene.person(larch, "Ida", "Moss", "ida@larch.example");
    scene.contacts.whole(1, Creation.BOTH);
    long journal = scene.journal();

    scene.contacts.whole(2, Creation.BOTH);

    assertThat(scene.written(journal)).isEmpty();
    assertThat(scene.contacts.pairs(2)).hasSize(3);
    assertThat(scene.contacts.pairs(2)).extracting(LoadPair::kind).containsOnly(Kind.LINKED);
    assertThat(scene.contacts.pairs(2)).extracting(LoadPair::outcome).containsOnly(Outcome.EQUAL);
  }

  @Test
  void manyPairsAreBroughtInStepTogether() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    List<String> names = List.of("Fig", "Gum", "Hop", "Ivy", "Jute", "Kale");
    for (String name : names) {
      String contact = scene.contact(larch, "Eva", name, name + "@larch.example");
      scene.edit(contact, Map.of("Phone", "+1 206 555 01" + names.indexOf(name) + "0"));
      scene.person(larch, "Eva", name, name + "@larch.example");
    }

    scene.contacts.whole(1, Creation.NONE);

    assertThat(scene.contacts.pairs(1)).extracting(LoadPair::outcome).containsOnly(Outcome.WRITTEN);
    for (String name : names) {
      JsonNode person = scene.persons("LastName", name).get(0);
      assertThat(person.path("PrimaryPhoneNumber").asText())
          .isEqualTo("+1 206 555 01" + names.indexOf(name) + "0");
      JsonNode contact = scene.stage.users().inCreatio("Contact", "Surname", name).get(0);
      assertThat(contact.path("UsrD365ContactId").asText())
          .isEqualTo(person.path("ContactPersonId").asText());
    }
  }
}
