package io.weft.demo;

import io.weft.stage.Write;

/** Sales win a company; finance finds it as a customer. */
final class NewAccount implements Step {
  @Override
  public String title() {
    return "A new account becomes a customer";
  }

  @Override
  public void play(Scene scene) {
    long mark = scene.journal().last();
    String id =
        scene.users().newAccount("Ana Ruiz", scene.company(Silverpine.NAME, Silverpine.TAX_NUMBER));
    scene.screen().say("Ana Ruiz saves '" + Silverpine.NAME + "' in Creatio.");
    Scene.Linked made = scene.linked(id);
    Write saved = scene.write(mark, "her account", w -> w.byUser() && made.isAccount(w));
    Write created =
        scene.write(
            mark, "the customer", w -> w.operation().equals("create") && made.isCustomer(w));
    Write told =
        scene.write(
            mark,
            "the number in Creatio",
            w -> made.isAccount(w) && w.sets("UsrD365CustomerAccount", made.customer()));
    Scene.require(created.byWeft(), "the customer was made by " + created.client());
    scene
        .screen()
        .seen(
            "Customer %s in %s after %s, its number back in Creatio after %s."
                .formatted(
                    made.customer(),
                    made.company(),
                    Screen.time(Scene.between(saved, created)),
                    Screen.time(Scene.between(saved, told))));
    scene.screen().compare(Shown.account(scene, made));
  }
}
