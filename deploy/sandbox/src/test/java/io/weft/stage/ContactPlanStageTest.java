package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.activities.load.LoadHeldUp;
import io.weft.activities.load.LoadRefused;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.workflows.load.LoadChoices.Creation;
import io.weft.workflows.load.LoadCount;
import io.weft.workflows.load.LoadPhase;
import io.weft.workflows.load.LoadSummary;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of loads of contacts, which need no mode and write nothing. */
final class ContactPlanStageTest {
  @TempDir Path directory;

  @Test
  void whileTheyAreOffALoadWaits() {
    try (ContactScene scene = ContactScene.start(directory, "off")) {
      String larch = scene.customer(1, "Larch Mill Inc.");
      String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");

      scene.contacts.plan(1);

      assertThat(scene.pair(1, contact).outcome()).isEqualTo(Outcome.MADE_IN_D365);
      scene.contacts.open(2, false, LoadStage.choices(Creation.BOTH, null));
      assertThatThrownBy(
              () -> scene.contacts.through(2, LoadPhase.SCAN, LoadPhase.MATCH, LoadPhase.APPLY))
          .isInstanceOf(LoadHeldUp.class)
          .hasMessageContaining("goes on once it is write");
    }
  }

  @Test
  void whileTheyAreOnlyWatchedThereIsNoLoad() {
    try (ContactScene scene = ContactScene.start(directory, "observe")) {
      assertThatThrownBy(
              () -> scene.contacts.open(1, false, LoadStage.choices(Creation.BOTH, null)))
          .isInstanceOf(LoadRefused.class)
          .hasMessageContaining("contact in usmf may not be written: its mode is observe");
    }
  }

  @Test
  void aPlanSaysForWhichAccountsContactsWaitAndWritesNothing() {
    try (ContactScene scene = ContactScene.start(directory)) {
      String early =
          scene.accounts.account("Early Elms Inc.", Map.of("UsrTaxNumber", "91-0000007"));
      scene.contact(early, "Eva", "Stone", "eva@elms.example");
      scene.contact(early, "Bo", "Reed", "bo@elms.example");
      scene.accounts.customer("US-E9", "Silent Firs LLC", Map.of("TaxExemptNumber", "91-0000009"));
      JsonNode firs = scene.stage.users().customer("usmf", "US-E9").orElseThrow();
      scene.personOf(firs.path("PartyNumber").asText(), "Ida", "Moss", "ida@firs.example");
      long journal = scene.journal();

      scene.contacts.plan(1);

      LoadSummary summary = scene.contacts.summary(1);
      assertThat(summary.count(LoadCount.WAITING)).isEqualTo(3);
      assertThat(summary.waiting()).hasSize(1);
      assertThat(summary.waiting().get(0).records()).isEqualTo(3);
      assertThat(summary.waiting().get(0).what())
          .contains(
              "2 records of account-customer that are not linked in usmf", "2 of them", early);
      assertThat(summary.waiting().get(0).remedy())
          .contains(
              "weft load plan account-customer --legal-entity usmf", "then contact once more");
      assertThat(scene.written(journal)).isEmpty();

      scene.accounts.whole(1, Creation.BOTH);
      scene.contacts.whole(2, Creation.BOTH);
      assertThat(scene.contacts.pairs(2)).hasSize(3);
      assertThat(scene.contacts.summary(2).waiting()).isEmpty();
      assertThat(scene.persons("LastName", "Stone")).hasSize(1);
      assertThat(scene.stage.users().inCreatio("Contact", "Surname", "Moss")).hasSize(1);
    }
  }

  @Test
  void aPlanAsksNobodyFromTheAddressBook() {
    try (ContactScene scene = ContactScene.start(directory)) {
      String larch = scene.customer(1, "Larch Mill Inc.");
      String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");
      scene
          .stage
          .control()
          .post(
              "faults",
              Map.of(
                  "name",
                  "unavailable",
                  "system",
                  "d365",
                  "set",
                  "PartyContactsV3",
                  "seconds",
                  60));

      scene.contacts.plan(1);

      assertThat(scene.pair(1, contact).outcome()).isEqualTo(Outcome.MADE_IN_D365);
    }
  }
}
