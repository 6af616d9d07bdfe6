package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Write;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sales meet the buyer; finance finds that person under the customer. */
final class NewContact implements Step {
  private static final String EMAIL = "mina.okafor@silverpine.example";

  @Override
  public String title() {
    return "Its buyer becomes a contact person";
  }

  @Override
  public void play(Scene scene) {
    Scene.Linked company = Silverpine.company(scene);
    long mark = scene.journal().last();
    String id = scene.users().newInCreatio("Ana Ruiz", "Contact", buyer(company));
    scene.screen().say("Ana Ruiz saves Mina Okafor, who buys for " + Silverpine.NAME + ".");
    JsonNode contact =
        Await.seen(Scene.PATIENCE, "the contact with its number", () -> told(scene, id));
    JsonNode person = person(scene, company, contact);
    requireHers(scene, company, person);
    Write saved = scene.write(mark, "her contact", w -> w.byUser() && isContact(w, id));
    Write told = scene.write(mark, "the number in Creatio", w -> w.byWeft() && isContact(w, id));
    scene
        .screen()
        .seen(
            "Contact person %s of customer %s, its number back in Creatio after %s."
                .formatted(
                    Shown.text(person, "ContactPersonId"),
                    company.customer(),
                    Screen.time(Scene.between(saved, told))));
    scene.screen().compare(Shown.contact(contact, person));
  }

  private static Map<String, @Nullable Object> buyer(Scene.Linked company) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("GivenName", "Mina");
    columns.put("Surname", "Okafor");
    columns.put("Email", EMAIL);
    columns.put("JobTitle", "Head of purchasing");
    columns.put("AccountId", company.id());
    return columns;
  }

  private static Optional<JsonNode> told(Scene scene, String id) {
    return scene
        .users()
        .inCreatio("Contact", id)
        .filter(row -> !Shown.text(row, "UsrD365ContactId").isEmpty())
        .filter(row -> Shown.text(row, "UsrD365SyncStatus").equals("In step"));
  }

  private static JsonNode person(Scene scene, Scene.Linked company, JsonNode contact) {
    String number = Shown.text(contact, "UsrD365ContactId");
    return Scene.there(
        scene
            .users()
            .inD365("ContactPersons", company.company(), "ContactPersonId", number)
            .stream()
            .findFirst(),
        "contact person " + number);
  }

  private static void requireHers(Scene scene, Scene.Linked company, JsonNode person) {
    JsonNode customer =
        Scene.there(scene.users().customer(company.company(), company.customer()), "the customer");
    Scene.require(
        Shown.text(person, "AssociatedPartyNumber").equals(Shown.text(customer, "PartyNumber")),
        "the contact person belongs to another customer");
    Scene.require(
        Shown.text(person, "PrimaryEmailAddress").equals(EMAIL), "her e-mail did not arrive");
  }

  private static boolean isContact(Write write, String id) {
    return write.in("creatio", "Contact") && write.key().equalsIgnoreCase(id);
  }
}
