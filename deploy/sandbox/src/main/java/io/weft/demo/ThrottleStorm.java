package io.weft.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Await;
import io.weft.stage.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** D365 refuses everything for a while; nothing is lost, and Weft does not hammer at the door. */
final class ThrottleStorm implements Step {
  private static final int SECONDS = 4;
  private static final int MOST = 12;

  @Override
  public String title() {
    return "D365 answers 429 to everything for " + SECONDS + " seconds";
  }

  @Override
  public void play(Scene scene) {
    List<Scene.Linked> pairs = somePairs(scene);
    scene.quiet();
    long mark = scene.journal().last();
    scene
        .control()
        .post(
            "faults",
            Map.of(
                "name", "throttle", "system", "d365", "seconds", SECONDS, "retryAfterSeconds", 2));
    Map<Scene.Linked, String> typed = type(scene, pairs);
    scene.screen().say("Meanwhile " + typed.size() + " accounts are edited in Creatio.");
    Await.until(
        Scene.PATIENCE,
        "all edits in D365",
        () -> arrived(scene.journal().after(mark), typed).size() == typed.size());
    scene.quiet();
    report(scene, mark, typed);
  }

  private static void report(Scene scene, long mark, Map<Scene.Linked, String> typed) {
    List<Write> all = scene.journal().after(mark);
    long writes = typed.entrySet().stream().mapToLong(e -> times(all, e)).sum();
    Scene.require(
        writes == typed.size(), typed.size() + " edits became " + writes + " writes to D365");
    long refused = scene.struck("throttle");
    Scene.require(refused > 0, "the storm was over before anyone met it");
    List<Write> arrived = arrived(all, typed);
    Duration last = Duration.between(all.get(0).time(), arrived.get(arrived.size() - 1).time());
    scene
        .screen()
        .seen(
            "All %d arrived, each written once, the last %s after the first edit; %d calls were refused."
                .formatted(typed.size(), Screen.time(last), refused));
  }

  private static List<Scene.Linked> somePairs(Scene scene) {
    List<Scene.Linked> pairs = new ArrayList<>();
    for (JsonNode account : scene.users().allAccounts()) {
      Scene.Linked.of(account).filter(p -> pairs.size() < MOST).ifPresent(pairs::add);
    }
    Scene.require(!pairs.isEmpty(), "no account is linked");
    return pairs;
  }

  private static Map<Scene.Linked, String> type(Scene scene, List<Scene.Linked> pairs) {
    Map<Scene.Linked, String> typed = new LinkedHashMap<>();
    for (Scene.Linked pair : pairs) {
      String phone = "+1 206 555 02%02d".formatted(typed.size());
      scene.users().editAccount("Ingrid Olsen", pair.id(), Map.of("Phone", phone));
      typed.put(pair, phone);
    }
    return typed;
  }

  /** The first write of Weft for each edit that has one, in the order of commits. */
  private static List<Write> arrived(List<Write> all, Map<Scene.Linked, String> typed) {
    List<Write> arrived = new ArrayList<>();
    Map<Scene.Linked, String> open = new LinkedHashMap<>(typed);
    for (Write write : all) {
      if (open.entrySet().removeIf(e -> isOf(write, e))) {
        arrived.add(write);
      }
    }
    return arrived;
  }

  private static long times(List<Write> all, Map.Entry<Scene.Linked, String> edit) {
    return all.stream().filter(write -> isOf(write, edit)).count();
  }

  private static boolean isOf(Write write, Map.Entry<Scene.Linked, String> edit) {
    return write.byWeft()
        && edit.getKey().isCustomer(write)
        && write.sets("PrimaryContactPhone", edit.getValue());
  }
}
