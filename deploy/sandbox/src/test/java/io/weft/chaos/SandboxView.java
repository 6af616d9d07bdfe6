package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Evidence.Write;
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

  List<Write> journal() {
    List<Write> writes = new ArrayList<>();
    Map<String, String> emails = new LinkedHashMap<>();
    for (JsonNode entry : http.get("/control/journal?limit=1000000").path("entries")) {
      Write write = write(entry, emails);
      if (write != null) {
        writes.add(write);
      }
    }
    return writes;
  }

  private @Nullable Write write(JsonNode entry, Map<String, String> emails) {
    String set = entry.path("set").asText();
    String key = entry.path("key").asText().toLowerCase(Locale.ROOT);
    boolean creates = entry.path("operation").asText().equals("create");
    Map<String, String> after = texts(entry.path("after"));
    if (set.equals(COMMUNICATION)) {
      if (creates && emailType.equals(after.get("CommunicationTypeId"))) {
        emails.put(key, after.getOrDefault("AccountId", ""));
      }
      String account = emails.get(key);
      if (account == null || !after.containsKey(NUMBER)) {
        return null;
      }
      after = Map.of("Email", after.getOrDefault(NUMBER, ""));
      key = account;
    } else if (!set.equals("Account") && !set.equals("CustomersV3")) {
      return null;
    }
    Place system = Place.valueOf(entry.path("system").asText().toUpperCase(Locale.ROOT));
    return new Write(
        entry.path("sequence").asLong(),
        micros(entry.path("time").asText()),
        system,
        entry.path("client").asText(),
        creates,
        set,
        key,
        after);
  }

  private static long micros(String time) {
    return Duration.between(Instant.EPOCH, Instant.parse(time)).toNanos() / 1000;
  }

  Map<String, Map<String, String>> accounts() {
    Map<String, Map<String, String>> accounts = new LinkedHashMap<>();
    for (JsonNode row : http.get("/control/creatio/Account?limit=1000000").path("value")) {
      accounts.put(row.path("Id").asText(), texts(row));
    }
    String emails = "/control/creatio/" + COMMUNICATION + "?limit=1000000&CommunicationTypeId=";
    for (JsonNode row : http.get(emails + emailType).path("value")) {
      Map<String, String> account = accounts.get(row.path("AccountId").asText());
      if (account != null && row.path("Primary").asBoolean()) {
        account.put("Email", row.path(NUMBER).asText());
      }
    }
    return accounts;
  }

  Map<String, Map<String, String>> customers() {
    Map<String, Map<String, String>> customers = new LinkedHashMap<>();
    for (JsonNode row : http.get("/control/d365/CustomersV3?limit=1000000").path("value")) {
      String key = row.path("dataAreaId").asText() + "|" + row.path("CustomerAccount").asText();
      customers.put(key.toLowerCase(Locale.ROOT), texts(row));
    }
    return customers;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field ->
                texts.put(
                    field.getKey(), field.getValue().isNull() ? "" : field.getValue().asText()));
    return texts;
  }
}
