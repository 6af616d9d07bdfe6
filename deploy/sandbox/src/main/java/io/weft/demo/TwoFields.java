package io.weft.demo;

import io.weft.stage.Await;
import java.util.Map;

/** Two people, one record, different fields, at the same moment: both keep what they typed. */
final class TwoFields implements Step {
  @Override
  public String title() {
    return "Two people edit the same record: different fields";
  }

  @Override
  public void play(Scene scene) {
    Scene.Linked pair = scene.linkedCompany("Cedarworks Furniture Corp.", "91-4400003");
    scene.quiet();
    Conflict.eventsComeLate(scene);
    scene.users().editAccount("Emma Taylor", pair.id(), Map.of("Phone", "+1 206 555 0131"));
    scene
        .users()
        .editCustomer(
            "finance",
            pair.company(),
            pair.customer(),
            Map.of("PrimaryContactURL", "www.cedarworks.example"));
    scene.screen().say("Emma Taylor types a phone number, finance a web address; no one waits.");
    Await.until(
        Scene.PATIENCE,
        "both edits on both sides",
        () ->
            Conflict.bothSay(scene, pair, "Phone", "PrimaryContactPhone", "+1 206 555 0131")
                && Conflict.bothSay(
                    scene, pair, "Web", "PrimaryContactURL", "www.cedarworks.example"));
    scene.screen().seen("Both values stand in both systems.");
  }
}
