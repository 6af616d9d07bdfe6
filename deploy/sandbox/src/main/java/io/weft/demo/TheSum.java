package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.HintSums;
import io.weft.stage.NotSeen;
import io.weft.stage.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nothing vanished, nothing is there twice: the worker's count, and the sandbox's own journal. */
final class TheSum implements Step {
  @Override
  public String title() {
    return "The sum";
  }

  @Override
  public void play(Scene scene) {
    HintSums sums = scene.quiet();
    Scene.require(sums.lost() == 0, sums.lost() + " hints ended nowhere");
    Scene.require(sums.parked() == 0, sums.parked() + " records still wait for a person");
    scene
        .screen()
        .seen(
            "%d accepted = %d applied + %d already equal + %d superseded + %d filtered + %d discarded + %d parked + %d in flight"
                .formatted(
                    sums.accepted(),
                    sums.applied(),
                    sums.equal(),
                    sums.superseded(),
                    sums.filtered(),
                    sums.discarded(),
                    sums.parked(),
                    sums.inFlight()));
    journal(scene);
    agreement(scene);
  }

  private static void journal(Scene scene) {
    List<Write> all = scene.journal().after(0);
    long weft = all.stream().filter(Write::byWeft).count();
    long users = all.stream().filter(Write::byUser).count();
    long twice = twice(scene.users().allAccounts(), "UsrTaxNumber", "Id") + twiceInD365(scene);
    scene
        .screen()
        .say(
            "The journal of both systems: %d writes by people, %d by Weft; records there twice: %d."
                .formatted(users, weft, twice));
    Scene.require(twice == 0, twice + " records are there twice");
  }

  private static long twiceInD365(Scene scene) {
    return twice(scene.users().allCustomers(), "TaxExemptNumber", "dataAreaId");
  }

  /** Rows beyond the first with the same number (and, in D365, the same company). */
  private static long twice(List<JsonNode> rows, String number, String company) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      String value = row.path(number).asText("");
      if (!value.isEmpty()) {
        String where = company.equals("Id") ? "" : row.path(company).asText();
        counts.merge(where + "/" + value, 1, Integer::sum);
      }
    }
    return counts.values().stream().mapToLong(count -> count - 1).sum();
  }

  private static void agreement(Scene scene) {
    int compared = 0;
    for (JsonNode account : scene.users().allAccounts()) {
      Scene.Linked pair = Scene.Linked.of(account).orElse(null);
      Scene.require(pair != null, "account " + account.path("Id").asText() + " is not linked");
      if (pair != null) {
        compare(scene, account, pair);
        compared++;
      }
    }
    scene.screen().seen(compared + " pairs compared field by field: both systems say the same.");
  }

  private static void compare(Scene scene, JsonNode account, Scene.Linked pair) {
    JsonNode customer =
        scene
            .users()
            .customer(pair.company(), pair.customer())
            .orElseThrow(() -> new NotSeen("customer " + pair.customer() + " is gone"));
    same(pair, account, "Name", customer, "OrganizationName");
    same(pair, account, "Phone", customer, "PrimaryContactPhone");
    same(pair, account, "Web", customer, "PrimaryContactURL");
    same(pair, account, "UsrTaxNumber", customer, "TaxExemptNumber");
  }

  private static void same(
      Scene.Linked pair, JsonNode account, String column, JsonNode customer, String field) {
    String creatio = account.path(column).asText("").strip();
    String d365 = customer.path(field).asText("").strip();
    Scene.require(
        creatio.equals(d365),
        "%s: Creatio's %s says '%s', D365's %s '%s'"
            .formatted(pair.pair(), column, creatio, field, d365));
  }
}
