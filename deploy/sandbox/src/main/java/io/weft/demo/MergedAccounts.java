package io.weft.demo;

import io.weft.stage.Await;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody cleans up duplicates in Creatio, which tells nobody; the customer follows. */
final class MergedAccounts implements Step {
  private static final String TAX_NUMBER = "91-4400007";
  private static final String PHONE = "+1 206 555 0171";

  @Override
  public String title() {
    return "Two accounts are merged, the customer follows";
  }

  @Override
  public void play(Scene scene) {
    String prospect = scene.users().newAccount("Luca Moreau", prospect());
    Scene.Linked pair = scene.linkedCompany("Foxglove Ceramics LLC", TAX_NUMBER);
    scene.quiet();
    scene.users().merge("Jonas Becker", List.of(prospect, pair.id()));
    Scene.require(scene.users().account(pair.id()).isEmpty(), "the merge left the account there");
    scene
        .screen()
        .say(
            "Jonas Becker merges the account of customer %s into an older one; it vanishes without a word."
                .formatted(pair.customer()));
    scene
        .users()
        .editCustomer(
            "finance", pair.company(), pair.customer(), Map.of("PrimaryContactPhone", PHONE));
    Await.until(
        Scene.PATIENCE,
        "finance's next edit on the surviving account",
        () ->
            scene
                .users()
                .account(prospect)
                .filter(a -> a.path("Phone").asText().equals(PHONE))
                .filter(a -> a.path("UsrD365CustomerAccount").asText().equals(pair.customer()))
                .isPresent());
    scene.quiet();
    int customers = scene.users().customers("TaxExemptNumber", TAX_NUMBER).size();
    Scene.require(customers == 1, customers + " customers instead of one");
    Scene.require(
        scene.users().account(pair.id()).isEmpty(), "the account that was merged away came back");
    scene
        .screen()
        .seen(
            "Finance's next edit arrives on the surviving account; still one customer, "
                + pair.customer()
                + ".");
  }

  /** A note from a trade fair: not a customer, so Weft leaves it alone. */
  private static Map<String, @Nullable Object> prospect() {
    return Map.of("Name", "Foxglove Ceramics", "Notes", "met at the trade fair");
  }
}
