package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a load says became of every record.
 *
 * @param counts the summary's, by the names that it gives them
 */
record LoadReport(Map<String, Long> counts, List<Line> lines) {
  private static final Set<String> DONE = Set.of("linked", "created", "updated", "equal");

  /**
   * A pair, or a record that is in none; keys as evidence has them, "" for none.
   *
   * @param outcome what became of it, by the report's word
   */
  record Line(String creatio, String d365, String outcome) {
    String keyOn(Place system) {
      return system == Place.CREATIO ? creatio : d365;
    }

    /** Whether the load says that the two are linked and in step. */
    boolean isDone() {
      return DONE.contains(outcome);
    }

    /** Whether the load leaves it to the ordinary work. */
    boolean isWaiting() {
      return outcome.equals("waiting");
    }
  }

  /** The file that {@code weft load report} writes. */
  static LoadReport read(JsonNode file, String company) {
    Map<String, Long> counts = new LinkedHashMap<>();
    file.at("/summary/counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
    List<Line> lines = new ArrayList<>();
    for (JsonNode row : file.path("rows")) {
      String number = row.path("d365Key").asText("");
      lines.add(
          new Line(
              row.path("creatioKey").asText("").toLowerCase(Locale.ROOT),
              number.isEmpty() ? "" : (company + "|" + number).toLowerCase(Locale.ROOT),
              row.path("outcome").asText()));
    }
    return new LoadReport(counts, lines);
  }

  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
