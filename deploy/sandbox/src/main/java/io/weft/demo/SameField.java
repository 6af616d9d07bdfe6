package io.weft.demo;

import io.weft.stage.Await;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Two people, one field: policy decides, and nobody's value is lost without a trace. */
final class SameField implements Step {
  private static final String FROM_SALES = "+1 206 555 0141";
  private static final String FROM_FINANCE = "+1 206 555 0142";
  private static final int LINES = 50;

  @Override
  public String title() {
    return "Two people edit the same record: the same field";
  }

  @Override
  public void play(Scene scene) {
    Scene.Linked pair = scene.linkedCompany("Granite Peak Energy Inc.", "91-4400004");
    scene.quiet();
    Conflict.eventsComeLate(scene);
    scene.users().editAccount("Luca Moreau", pair.id(), Map.of("Phone", FROM_SALES));
    scene
        .users()
        .editCustomer(
            "finance",
            pair.company(),
            pair.customer(),
            Map.of("PrimaryContactPhone", FROM_FINANCE));
    scene.screen().say("Sales type " + FROM_SALES + ", then finance " + FROM_FINANCE + ".");
    String winner =
        Await.seen(Scene.PATIENCE, "one value on both sides", () -> agreed(scene, pair));
    Answer.AuditLine line = loser(scene, pair, winner);
    scene.screen().seen(winner + " holds on both sides. " + line.why());
    scene
        .screen()
        .say(
            "The other value is kept: rival '%s' of field %s, audit of %s."
                .formatted(line.rival(), line.field(), pair.pair()));
  }

  private static Optional<String> agreed(Scene scene, Scene.Linked pair) {
    for (String value : new String[] {FROM_SALES, FROM_FINANCE}) {
      if (Conflict.bothSay(scene, pair, "Phone", "PrimaryContactPhone", value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** The audit line that names the value that lost. */
  private static Answer.AuditLine loser(Scene scene, Scene.Linked pair, String winner) {
    String lost = winner.equals(FROM_SALES) ? FROM_FINANCE : FROM_SALES;
    return Await.seen(
        Scene.PATIENCE,
        "the losing value " + lost + " in the audit",
        () ->
            scene
                .desk()
                .ask(
                    new Question.Audit(pair.pair(), LINES),
                    Answer.AuditTrail.class,
                    Duration.ofSeconds(20))
                .lines()
                .stream()
                .filter(line -> Objects.equals(line.rival(), lost))
                .findFirst());
  }
}
