package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Act;
import io.weft.chaos.Evidence.Layout;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sandbox's journal and rows over its control addresses. */
final class SandboxView {
  private static final String COMMUNICATION = "AccountCommunication";
  private static final String NUMBER = "Number";
  private static final int PAGE = 10_000;

  private final Http http;
  private final String emailType;

  SandboxView(Http http) {
    this.http = http;
    this.emailType =
        http.get("/control/creatio/CommunicationType?Name=Email").at("/value/0/Id").asText();
  }

  long last() {
    return http.get("/control/journal?limit=1").path("last").asLong();
  }

  /** All writes but those that made the world up. */
  List<Write> journal() {
    List<Write> writes = new ArrayList<>();
    Map<String, String> emails = new LinkedHashMap<>();
    long after = 0;
    JsonNode page = page(after);
    while (!page.isEmpty()) {
      for (JsonNode entry : page) {
        after = entry.path("sequence").asLong();
        Write write = write(entry, emails);
        if (write != null && !write.client().equals("seed")) {
          writes.add(write);
        }
      }
      page = page(after);
    }
    return writes;
  }

  private JsonNode page(long after) {
    return http.get("/control/journal?limit=" + PAGE + "&after=" + after).path("entries");
  }

  private @Nullable Write write(JsonNode entry, Map<String, String> emails) {
    Place system = Place.valueOf(entry.path("system").asText().toUpperCase(Locale.ROOT));
    String set = entry.path("set").asText();
    String key = entry.path("key").asText().toLowerCase(Locale.ROOT);
    Act act = act(entry.path("operation").asText());
    Map<String, String> after = texts(entry.path("after"));
    if (set.equals(COMMUNICATION)) {
      if (act == Act.CREATE && emailType.equals(after.get("CommunicationTypeId"))) {
        emails.put(key, after.getOrDefault("AccountId", ""));
      }
      String account = emails.get(key);
      return account == null || !after.containsKey(NUMBER)
          ? null
          : write(
              entry, act, Thing.ACCOUNT, account, Map.of("Email", after.getOrDefault(NUMBER, "")));
    }
    return Thing.in(system, set).map(thing -> write(entry, act, thing, key, after)).orElse(null);
  }

  private static Write write(
      JsonNode entry, Act act, Thing thing, String key, Map<String, String> after) {
    return new Write(
        entry.path("sequence").asLong(),
        micros(entry.path("time").asText()),
        Place.valueOf(entry.path("system").asText().toUpperCase(Locale.ROOT)),
        entry.path("client").asText(),
        act,
        thing,
        entry.path("set").asText(),
        key,
        after);
  }

  private static Act act(String operation) {
    return switch (operation) {
      case "create" -> Act.CREATE;
      case "delete" -> Act.DELETE;
      default -> Act.UPDATE;
    };
  }

  private static long micros(String time) {
    return Duration.between(Instant.EPOCH, Instant.parse(time)).toNanos() / 1000;
  }

  /** Everything that is there now. */
  Rows rows() {
    Rows rows = new Rows();
    for (Thing thing : Thing.values()) {
      rows.put(Place.CREATIO, thing, creatio(thing));
      rows.put(Place.D365, thing, d365(thing));
    }
    emails(rows.of(Place.CREATIO, Thing.ACCOUNT));
    confirmations(rows.of(Place.D365, Thing.ORDER));
    return rows;
  }

  private Map<String, Map<String, String>> creatio(Thing thing) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (JsonNode row : all("creatio/" + thing.set(Place.CREATIO))) {
      rows.put(row.path("Id").asText(), texts(row));
    }
    return rows;
  }

  private Map<String, Map<String, String>> d365(Thing thing) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (JsonNode row : all("d365/" + thing.set(Place.D365))) {
      rows.put(key(row, thing.number()), texts(row));
    }
    return rows;
  }

  private static String key(JsonNode row, String number) {
    String key = row.path("dataAreaId").asText() + "|" + row.path(number).asText();
    return key.toLowerCase(Locale.ROOT);
  }

  private void emails(Map<String, Map<String, String>> accounts) {
    for (JsonNode row : all("creatio/" + COMMUNICATION + "?CommunicationTypeId=" + emailType)) {
      Map<String, String> account = accounts.get(row.path("AccountId").asText());
      if (account != null && row.path("Primary").asBoolean()) {
        account.put("Email", row.path(NUMBER).asText());
      }
    }
  }

  /** Of several confirmations of an order the last one counts; they are numbered on. */
  private void confirmations(Map<String, Map<String, String>> orders) {
    for (JsonNode row : all("d365/SalesOrderConfirmationHeaders")) {
      Map<String, String> order = orders.get(key(row, Thing.ORDER.number()));
      if (order != null) {
        order.merge(
            StatusCheck.LAST_CONFIRMATION,
            row.path("ConfirmationNumber").asText(),
            (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
    }
  }

  Layout layout() {
    JsonNode shown = http.get("/control/d365/dimensions");
    List<String> names = new ArrayList<>();
    shown.path("layout").forEach(name -> names.add(name.asText()));
    return new Layout(names, shown.path("delimiter").asText());
  }

  private JsonNode all(String set) {
    String more = set.contains("?") ? "&" : "?";
    return http.get("/control/" + set + more + "limit=1000000").path("value");
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field ->
                texts.put(
                    field.getKey(),
                    field.getValue().isNull() ? "" : plain(field.getValue().asText())));
    return texts;
  }

  /** Numbers without the zeros at their end, so that both systems write them alike. */
  static String plain(String text) {
    return text.matches("-?\\d+\\.\\d+")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
