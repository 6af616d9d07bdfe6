package io.weft.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weft.activities.load.LoadRefused;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.workflows.load.LoadChoices.Creation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads of contacts that are switched off. */
final class ContactModeStageTest {
  @TempDir Path directory;

  @Test
  void whileTheyAreOffTheyCanBePlannedAndNotLoaded() {
    try (ContactScene scene = ContactScene.start(directory, "off")) {
      String larch = scene.customer(1, "Larch Mill Inc.");
      String contact = scene.contact(larch, "Eva", "Stone", "eva@larch.example");

      scene.contacts.plan(1);

      assertThat(scene.pair(1, contact).outcome()).isEqualTo(Outcome.MADE_IN_D365);
      assertThatThrownBy(
              () -> scene.contacts.open(2, false, LoadStage.choices(Creation.BOTH, null)))
          .isInstanceOf(LoadRefused.class)
          .hasMessageContaining("contact in usmf may not be written: its mode is off");
    }
  }
}
