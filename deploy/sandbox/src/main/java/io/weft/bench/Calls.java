package io.weft.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.stage.Control;
import java.util.Map;

/**
 * Requests that both systems have counted; sign-in is left out, and the feeds are told apart.
 *
 * @param feeds reads of change feeds, which happen whether or not anything changes
 */
record Calls(long creatio, long d365, long feeds) {
  private static final String FEED = "mserp_";
  private static final String SIGN_IN = "token";

  static Calls read(Control control) {
    JsonNode traffic = control.get("traffic");
    long feeds = count(traffic.path("d365"), true);
    return new Calls(
        count(traffic.path("creatio"), false), count(traffic.path("d365"), false), feeds);
  }

  long records() {
    return creatio + d365;
  }

  private static long count(JsonNode system, boolean feeds) {
    long sum = 0;
    for (Map.Entry<String, JsonNode> call : system.path("calls").properties()) {
      boolean feed = call.getKey().contains(FEED);
      if (feed == feeds && !call.getKey().endsWith(" " + SIGN_IN)) {
        sum += call.getValue().asLong();
      }
    }
    return sum;
  }
}
