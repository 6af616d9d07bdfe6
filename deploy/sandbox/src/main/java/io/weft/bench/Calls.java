package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Control;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Requests that both systems have counted; sign-in is left out, and the feeds are told apart.
 *
 * @param feeds reads of change feeds, which happen whether or not anything changes
 * @param writes requests of both systems that write one row
 * @param batches requests of both systems that write several
 */
record Calls(long creatio, long d365, long feeds, long writes, long batches) {
  private static final String FEED = "mserp_";
  private static final String SIGN_IN = " token";
  private static final String READ = "GET ";
  private static final String BATCH = " $batch";

  static Calls read(Control control) {
    JsonNode traffic = control.get("traffic");
    JsonNode creatio = traffic.path("creatio");
    JsonNode d365 = traffic.path("d365");
    return new Calls(
        count(creatio, Calls::isOfRecords),
        count(d365, Calls::isOfRecords),
        count(d365, call -> call.contains(FEED)),
        count(creatio, Calls::isWrite) + count(d365, Calls::isWrite),
        count(creatio, Calls::isBatch) + count(d365, Calls::isBatch));
  }

  /** What was called most often, with how often, such as {@code GET CustomersV3 812}. */
  static String most(Control control, int number) {
    JsonNode traffic = control.get("traffic");
    List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
    all.addAll(traffic.path("creatio").path("calls").properties());
    all.addAll(traffic.path("d365").path("calls").properties());
    return all.stream()
        .sorted(Comparator.comparingLong(call -> -call.getValue().asLong()))
        .limit(number)
        .map(call -> call.getKey() + " " + call.getValue().asLong())
        .collect(Collectors.joining(", "));
  }

  long records() {
    return creatio + d365;
  }

  /** What only looks. */
  long reads() {
    return records() - writes - batches;
  }

  private static boolean isOfRecords(String call) {
    return !call.contains(FEED) && !call.endsWith(SIGN_IN);
  }

  private static boolean isBatch(String call) {
    return call.endsWith(BATCH);
  }

  private static boolean isWrite(String call) {
    return isOfRecords(call) && !call.startsWith(READ) && !isBatch(call);
  }

  private static long count(JsonNode system, Predicate<String> wanted) {
    long sum = 0;
    for (Map.Entry<String, JsonNode> call : system.path("calls").properties()) {
      if (wanted.test(call.getKey())) {
        sum += call.getValue().asLong();
      }
    }
    return sum;
  }
}
