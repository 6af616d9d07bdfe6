package io.weft.demo;

import io.weft.stage.Write;
import java.util.Map;

/** Each side's people change something; the other side follows. */
final class EditEachWay implements Step {
  @Override
  public String title() {
    return "An edit each way";
  }

  @Override
  public void play(Scene scene) {
    Scene.Linked pair = scene.linkedCompany("Harborline Marine Inc.", "91-4400002");
    toD365(scene, pair);
    toCreatio(scene, pair);
  }

  private static void toD365(Scene scene, Scene.Linked pair) {
    String phone = "+1 206 555 0117";
    long mark = scene.journal().last();
    scene.users().editAccount("Jonas Becker", pair.id(), Map.of("Phone", phone));
    Write source =
        scene.write(
            mark, "his edit", w -> pair.isAccount(w) && w.byUser() && w.sets("Phone", phone));
    Write target =
        scene.write(
            mark,
            "the phone number in D365",
            w -> pair.isCustomer(w) && w.byWeft() && w.sets("PrimaryContactPhone", phone));
    scene
        .screen()
        .seen(
            "Jonas Becker's phone number, Creatio to D365: "
                + Screen.time(Scene.between(source, target)));
  }

  private static void toCreatio(Scene scene, Scene.Linked pair) {
    String web = "www.harborline-marine.example";
    long mark = scene.journal().last();
    scene
        .users()
        .editCustomer("finance", pair.company(), pair.customer(), Map.of("PrimaryContactURL", web));
    Write source =
        scene.write(
            mark,
            "her edit",
            w -> pair.isCustomer(w) && w.byUser() && w.sets("PrimaryContactURL", web));
    Write target =
        scene.write(
            mark,
            "the web address in Creatio",
            w -> pair.isAccount(w) && w.byWeft() && w.sets("Web", web));
    scene
        .screen()
        .seen(
            "Finance's web address, D365 to Creatio: "
                + Screen.time(Scene.between(source, target)));
  }
}
