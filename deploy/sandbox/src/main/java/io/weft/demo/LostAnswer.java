package io.weft.demo;

import io.weft.stage.Write;
import java.util.Map;

/** D365 makes the customer and the line breaks before it can say so. */
final class LostAnswer implements Step {
  private static final String TAX_NUMBER = "91-4400005";

  @Override
  public String title() {
    return "An answer is lost after the commit";
  }

  @Override
  public void play(Scene scene) {
    long before = scene.struck("drop-answer");
    scene
        .control()
        .post(
            "faults",
            Map.of(
                "name", "drop-answer", "system", "d365", "method", "POST", "set", "CustomersV3"));
    long mark = scene.journal().last();
    String id =
        scene.users().newAccount("Ana Ruiz", scene.company("Northgate Optics Inc.", TAX_NUMBER));
    Scene.Linked made = scene.linked(id);
    scene.quiet();
    Scene.require(scene.struck("drop-answer") == before + 1, "no answer was lost");
    long creates =
        scene.journal().after(mark).stream()
            .filter(w -> w.in("d365", "CustomersV3") && w.operation().equals("create"))
            .count();
    int customers = scene.users().customers("TaxExemptNumber", TAX_NUMBER).size();
    Scene.require(
        creates == 1 && customers == 1,
        "the journal shows " + creates + " creates, D365 " + customers + " customers");
    Write created =
        scene.write(mark, "the create", w -> made.isCustomer(w) && w.operation().equals("create"));
    Write told =
        scene.write(
            mark,
            "the number in Creatio",
            w -> made.isAccount(w) && w.sets("UsrD365CustomerAccount", made.customer()));
    scene
        .screen()
        .seen(
            "Weft looked before it sent again: one customer, %s, known on both sides %s after the lost commit."
                .formatted(made.customer(), Screen.time(Scene.between(created, told))));
  }
}
