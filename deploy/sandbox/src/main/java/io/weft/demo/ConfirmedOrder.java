package io.weft.demo;

import io.weft.stage.Write;
import java.util.Map;

/** D365 sends the customer a confirmation; sales see its number and day. */
final class ConfirmedOrder implements Step {
  @Override
  public String title() {
    return "D365 confirms the order to the customer";
  }

  @Override
  public void play(Scene scene) {
    Sale sale = Silverpine.order(scene);
    long mark = scene.journal().last();
    scene.users().act("Tomas Lind", sale.company(), sale.number(), "confirm", Map.of());
    scene.screen().say("Tomas Lind confirms sales order " + sale.number() + ".");
    Write told =
        scene.write(
            mark,
            "the confirmation in Creatio",
            w -> w.byWeft() && sale.isOrder(w) && w.after().has("UsrD365ConfirmationNumber"));
    Write confirmed =
        scene.write(mark, "his confirmation", w -> w.byUser() && sale.isSalesOrder(w));
    Scene.require(told.after().has("UsrD365ConfirmedOn"), "the confirmation came without its date");
    scene
        .screen()
        .seen(
            "Number and date of the confirmation in Creatio after %s."
                .formatted(Screen.time(Scene.between(confirmed, told))));
    scene.screen().compare(Shown.order(scene, sale));
  }
}
