package io.weft.stage;

import static io.weft.stage.ContactScene.DEMF;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts of an account that is a customer in two legal entities, loaded into one by one. */
final class ContactLoadOfTwoStageTest {
  @TempDir Path directory;
  private ContactScene scene;
  private LoadStage contactsThere;
  private String larch = "";

  @BeforeEach
  void start() {
    scene = ContactScene.start(directory, "write", ContactScene::toBoth);
    contactsThere = scene.into(DEMF, SyncObjectName.CONTACT);
    larch =
        scene.accounts.account(
            "Larch Mill Inc.", Map.of("UsrTaxNumber", "91-0000001", "UsrBusinessUnit", "both"));
    scene.accounts.whole(1, Creation.TO_D365);
    scene.into(DEMF, SyncObjectName.ACCOUNT_CUSTOMER).whole(1, Creation.TO_D365);
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void theSecondLegalEntityGetsAPersonOfItsOwnAndTheNumberStaysTheLeadingOnes() {
    String eva = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.contacts.whole(1, Creation.BOTH);

    contactsThere.whole(1, Creation.BOTH);

    assertThat(contactsThere.pairs(1)).extracting(LoadPair::kind).containsOnly(Kind.NEW_IN_CREATIO);
    assertThat(contactsThere.pairs(1))
        .extracting(LoadPair::outcome)
        .containsOnly(Outcome.MADE_IN_D365);
    JsonNode here = only(scene.persons("LastName", "Stone"));
    JsonNode there = only(inDemf("Stone"));
    assertThat(there.path("ContactPersonPartyNumber").asText())
        .isEqualTo(here.path("ContactPersonPartyNumber").asText());
    assertThat(scene.inCreatio(eva).path("UsrD365ContactId").asText())
        .isEqualTo(here.path("ContactPersonId").asText());
    assertThat(contactsThere.counts(1)).doesNotContainKey("verified/unexplained");
  }

  @Test
  void thePersonWhoIsThereAlreadyIsLinkedAndNobodyIsMadeTwice() {
    scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.contacts.whole(1, Creation.BOTH);
    JsonNode here = only(scene.persons("LastName", "Stone"));
    enterInDemf(Map.of("ContactPersonPartyNumber", here.path("ContactPersonPartyNumber").asText()));

    contactsThere.whole(1, Creation.BOTH);
    long journal = scene.journal();
    contactsThere.whole(2, Creation.BOTH);

    assertThat(contactsThere.pairs(1)).extracting(LoadPair::kind).containsOnly(Kind.SURE);
    assertThat(inDemf("Stone")).hasSize(1);
    assertThat(scene.stage.users().inCreatio("Contact", "Surname", "Stone")).hasSize(1);
    assertThat(contactsThere.pairs(2)).extracting(LoadPair::outcome).containsOnly(Outcome.EQUAL);
    assertThat(scene.written(journal)).isEmpty();
  }

  @Test
  void anotherPersonOfTheAddressBookIsLeftToAPerson() {
    scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.contacts.whole(1, Creation.BOTH);
    enterInDemf(Map.of());

    contactsThere.whole(1, Creation.BOTH);

    LoadPair pair = only(contactsThere.pairs(1));
    assertThat(pair.state()).isEqualTo(State.REVIEW);
    assertThat(pair.evidence()).contains("other people in D365");
    assertThat(inDemf("Stone")).hasSize(1);
  }

  /** Eva Stone, as a person of her own if nothing else is said. */
  private void enterInDemf(Map<String, String> more) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(more);
    fields.put("dataAreaId", DEMF.id());
    fields.put("AssociatedPartyNumber", scene.party(larch));
    fields.put("FirstName", "Eva");
    fields.put("LastName", "Stone");
    fields.put("PrimaryEmailAddress", "eva@larch.example");
    scene.stage.users().newInD365("Finance", "ContactPersons", fields);
  }

  private List<JsonNode> inDemf(String lastName) {
    return scene.persons(DEMF, "LastName", lastName);
  }

  private static <T> T only(List<T> rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
