package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Write;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both systems have been in use for years: what is the same company is found and linked. */
final class LinkWhatExists implements Step {
  private static final int SPELLINGS_SHOWN = 3;

  @Override
  public String title() {
    return "What exists is linked, nothing is made twice";
  }

  @Override
  public void play(Scene scene) {
    Map<String, String> customers = namesOfCustomers(scene);
    List<JsonNode> accounts = scene.users().allAccounts();
    scene
        .screen()
        .say(accounts.size() + " companies in Creatio, " + customers.size() + " in D365.");
    showSpellings(scene, accounts, customers);
    Duration took = awaitLinks(scene, accounts.size());
    scene.quiet();
    requireNothingNew(scene, accounts.size(), customers.size());
    requireAgreement(scene);
    scene
        .screen()
        .seen(
            accounts.size()
                + " linked in "
                + Screen.time(took)
                + "; still "
                + accounts.size()
                + " accounts and "
                + customers.size()
                + " customers, each pair with one name.");
  }

  private static Map<String, String> namesOfCustomers(Scene scene) {
    Map<String, String> names = new LinkedHashMap<>();
    for (JsonNode customer : scene.users().allCustomers()) {
      names.put(
          customer.path("TaxExemptNumber").asText(), customer.path("OrganizationName").asText());
    }
    return names;
  }

  private static void showSpellings(
      Scene scene, List<JsonNode> accounts, Map<String, String> customers) {
    List<String> spellings =
        accounts.stream()
            .filter(account -> !name(account).equals(customers.get(taxNumber(account))))
            .map(
                account ->
                    "'"
                        + name(account)
                        + "' here, '"
                        + customers.get(taxNumber(account))
                        + "' there")
            .toList();
    spellings.stream()
        .limit(SPELLINGS_SHOWN)
        .forEach(s -> scene.screen().say("Spelled " + s + "."));
  }

  private static Duration awaitLinks(Scene scene, int all) {
    long began = System.nanoTime();
    Await.until(
        Scene.PATIENCE,
        "all accounts linked",
        () ->
            scene.users().allAccounts().stream()
                    .filter(account -> Scene.Linked.of(account).isPresent())
                    .count()
                == all);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static void requireNothingNew(Scene scene, int accounts, int customers) {
    Scene.require(scene.users().allAccounts().size() == accounts, "an account was made twice");
    Scene.require(scene.users().allCustomers().size() == customers, "a customer was made twice");
    long creates =
        scene.journal().after(0).stream()
            .filter(Write::byWeft)
            .filter(write -> write.operation().equals("create"))
            .filter(write -> write.set().equals("Account") || write.set().equals("CustomersV3"))
            .count();
    Scene.require(creates == 0, "the journal shows " + creates + " records made while linking");
  }

  private static void requireAgreement(Scene scene) {
    Map<String, String> customers = namesOfCustomers(scene);
    for (JsonNode account : scene.users().allAccounts()) {
      String other = String.valueOf(customers.get(taxNumber(account)));
      Scene.require(
          name(account).strip().equals(other.strip()),
          "Creatio says '" + name(account) + "', D365 says '" + other + "'");
    }
  }

  private static String name(JsonNode account) {
    return account.path("Name").asText();
  }

  private static String taxNumber(JsonNode account) {
    return account.path("UsrTaxNumber").asText();
  }
}
