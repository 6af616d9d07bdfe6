package io.weft.demo;

import io.weft.stage.Await;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.desk.Told;
import io.weft.workflows.pass.Instruction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What Weft cannot decide waits for a person, in words, and goes on when told to. */
final class ParkedRecord implements Step {
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final String WHO = "Dana Osei";
  private static final String WHY = "agreed with finance by phone";

  @Override
  public String title() {
    return "A record needs a person, and is released";
  }

  @Override
  public void play(Scene scene) {
    Scene.Linked pair = scene.linkedCompany("Bluefield Packaging LLC", "91-4400006");
    scene.quiet();
    scene.users().editAccount("Ana Ruiz", pair.id(), Map.of("UsrPaymentTerms", "Net77"));
    scene.screen().say("Ana Ruiz enters payment terms that D365 does not have: Net77.");
    Answer.ParkedLine parked =
        Await.seen(Scene.PATIENCE, "the record on the desk", () -> onDesk(scene, pair));
    scene.screen().say("Parked: " + parked.problem().what());
    scene.screen().say("Advice: " + parked.problem().remedy());
    requireTerms(scene, pair, "Net30");
    amend(scene, pair, parked.workflowId());
    requireAudit(scene, pair);
  }

  private static void amend(Scene scene, Scene.Linked pair, String workflowId) {
    long began = System.nanoTime();
    Told told =
        scene
            .desk()
            .amend(workflowId, new Instruction.Amend(WHO, WHY, Map.of("PaymentTerms", "Net45")));
    Scene.require(told == Told.DELIVERED, "the parked record was not there to be told");
    Await.until(Scene.PATIENCE, "Net45 in D365", () -> terms(scene, pair).equals("Net45"));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Await.until(Scene.PATIENCE, "an empty desk", () -> onDesk(scene, pair).isEmpty());
    scene
        .screen()
        .seen(
            "%s amends it to Net45 (%s): in D365 after %s, off the desk."
                .formatted(WHO, WHY, Screen.time(took)));
  }

  private static void requireAudit(Scene scene, Scene.Linked pair) {
    boolean named =
        scene
            .desk()
            .ask(new Question.Audit(pair.pair(), 50), Answer.AuditTrail.class, ANSWER)
            .lines()
            .stream()
            .anyMatch(line -> (line.who() + line.why()).contains(WHO) && line.why().contains(WHY));
    Scene.require(named, "the audit does not name who amended the record, and why");
  }

  private static Optional<Answer.ParkedLine> onDesk(Scene scene, Scene.Linked pair) {
    return scene
        .desk()
        .parked(new Question.Parked(pair.pair(), null, null, null), ANSWER)
        .parked()
        .stream()
        .findFirst();
  }

  private static void requireTerms(Scene scene, Scene.Linked pair, String terms) {
    Scene.require(
        terms(scene, pair).equals(terms),
        "D365 should still say " + terms + ", but says " + terms(scene, pair));
  }

  private static String terms(Scene scene, Scene.Linked pair) {
    return scene
        .users()
        .customer(pair.company(), pair.customer())
        .map(customer -> customer.path("PaymentTerms").asText())
        .orElse("");
  }
}
