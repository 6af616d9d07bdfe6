package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the course of a load of contacts, and beside it. */
final class ContactLoadCourseTest {
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
  void whoIsChangedDuringTheLoadIsNotWorkedOnByTheOldSelf() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String oaks = scene.customer(2, "Quiet Oaks Inc.");
    String moved = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    String person = scene.person(larch, "Eva", "Stone", "eva@larch.example");
    String deleted = scene.contact(larch, "Short", "Lived", "short@larch.example");
    scene.contacts.open(1, false, LoadStage.choices(Creation.BOTH, null));
    scene.contacts.through(1, LoadPhase.SCAN, LoadPhase.MATCH);

    scene.edit(moved, Map.of("AccountId", oaks));
    scene.stage.control().delete("creatio/Contact/" + deleted);
    scene.contacts.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    scene.contacts.close(1);

    assertThat(scene.pair(1, moved).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(scene.pair(1, deleted).outcome()).isEqualTo(Outcome.ENDED);
    assertThat(scene.persons("LastName", "Lived")).isEmpty();
    scene.stage.backlog().quiet();
    assertThat(scene.inCreatio(moved).path("UsrD365ContactId").asText())
        .isNotEmpty()
        .isNotEqualTo(person);
  }

  @Test
  void everyScannedRecordIsAccountedFor() {
    String jobs = "Buyer,Accountant,CEO,Purchasing,Sales,Finance,Logistics";
    scene.stage.control().post("d365/settings", Map.of("jobFunctions", jobs));
    scene
        .stage
        .control()
        .post(
            "seed",
            Map.of(
                "accounts",
                40,
                "customers",
                40,
                "overlap",
                0.5,
                "contacts",
                90,
                "customerContacts",
                90));
    scene.accounts.whole(1, Creation.BOTH);

    scene.contacts.whole(1, Creation.BOTH);

    Map<String, Long> counts = scene.contacts.counts(1);
    for (String side : List.of("creatio", "d365")) {
      assertThat(LoadStage.sum(counts, "record/" + side + "/"))
          .as("%s", counts)
          .isEqualTo(LoadStage.sum(counts, "sifted/" + side + "/"))
          .isGreaterThan(30);
      assertThat(counts).doesNotContainKey("record/" + side + "/SCANNED");
    }
    assertThat(counts).containsKey("sifted/creatio/ELSEWHERE"); // accounts in euros are demf's
    assertThat(scene.contacts.pairs(1))
        .extracting(LoadPair::state)
        .doesNotContain(State.TODO, State.LATER);
    assertThat(scene.contacts.pairs(1))
        .extracting(LoadPair::outcome)
        .doesNotContain(Outcome.FAILED, Outcome.CHANGED);
    assertThat(scene.contacts.summary(1).count(LoadCount.UNEXPLAINED)).isZero();
    assertThat(counts.get("verified/equal")).isEqualTo(counts.get("verified/linked"));
    assertThat(scene.contacts.summary(1).troubles()).isEmpty();
  }

  @Test
  void aLostAnswerAndAnotherWorkerInTheMiddleDoubleNobody() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    List<String> names = List.of("Fig", "Gum", "Hop", "Ivy", "Jute");
    names.forEach(name -> scene.contact(larch, "Eva", name, name + "@larch.example"));
    scene.contacts.open(1, false, LoadStage.choices(Creation.TO_D365, null));
    scene.contacts.through(1, LoadPhase.SCAN, LoadPhase.MATCH);
    scene
        .stage
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

    scene.contacts.step(1, LoadPhase.APPLY);
    LoadStage other = new LoadStage(scene.stage, 2, SyncObjectName.CONTACT);
    other.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    other.close(1);

    assertThat(scene.stage.control().get("state").toString()).contains("drop-answer");
    names.forEach(name -> assertThat(scene.persons("LastName", name)).hasSize(1));
    assertThat(other.pairs(1)).extracting(LoadPair::outcome).containsOnly(Outcome.MADE_IN_D365);
    assertThat(other.summary(1).count(LoadCount.UNEXPLAINED)).isZero();
  }

  @Test
  void aLiveEditDuringTheLoadIsNeitherLostNorOverwritten() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.person(larch, "Eva", "Stone", "eva@larch.example");
    scene.contacts.open(1, false, LoadStage.choices(Creation.BOTH, null));
    scene.contacts.through(1, LoadPhase.SCAN, LoadPhase.MATCH);

    scene.edit(contact, Map.of("Phone", "+1 206 555 0123"));
    scene.stage.seen(RecordRef.creatio(SyncObjectName.CONTACT, contact));
    scene.contacts.through(1, LoadPhase.APPLY, LoadPhase.VERIFY);
    scene.contacts.close(1);
    scene.stage.backlog().quiet();

    assertThat(scene.persons("LastName", "Stone").get(0).path("PrimaryPhoneNumber").asText())
        .isEqualTo("+1 206 555 0123");
    assertThat(scene.stage.stores().hints().counts().inFlight()).isZero();
  }

  @Test
  void anotherLoadOfAccountsNamesThePrimaryContacts() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.stage.users().editAccount("Ana Ruiz", larch, Map.of("PrimaryContactId", contact));
    scene.contacts.whole(1, Creation.TO_D365);

    scene.accounts.whole(2, Creation.NONE);

    assertThat(scene.customerRow(larch).path("ContactPersonId").asText())
        .isNotEmpty()
        .isEqualTo(scene.inCreatio(contact).path("UsrD365ContactId").asText());
  }

  @Test
  void aPairThatWasNoneIsPartedForGood() {
    String larch = scene.customer(1, "Larch Mill Inc.");
    String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
    scene.person(larch, "Eva", "Stone", "eva@larch.example");
    scene.contacts.whole(1, Creation.NONE);
    Question.UndoLink undo =
        new Question.UndoLink("contact/usmf/" + contact, Question.Carry.OUT, "ann", "two people");

    Answer answer = scene.contacts.desk().undoLink(undo);
    scene.contacts.whole(2, Creation.NONE);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done ->
                assertThat(done.toString())
                    .contains("the contact " + contact + " and the contact person"));
    assertThat(scene.inCreatio(contact).path("UsrD365ContactId").asText()).isEmpty();
    assertThat(scene.pair(2, contact).kind()).isEqualTo(Kind.NEW_IN_CREATIO);
  }
}
