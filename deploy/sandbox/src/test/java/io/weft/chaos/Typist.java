package io.weft.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.weft.chaos.Evidence.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who types another value into a field of a company. */
final class Typist {
  private final Http http;
  private final String emailType;

  Typist(Http http) {
    this.http = http;
    this.emailType =
        http.get("/control/creatio/CommunicationType?Name=Email").at("/value/0/Id").asText();
  }

  /** Into an account, by its id. */
  void account(String id, Field field, String value) {
    if (field == Field.EMAIL) {
      email(id, value);
    } else {
      http.patch("/control/creatio/Account/" + id, Map.of(field.on(Place.CREATIO), value));
    }
  }

  /** Into a customer, by company and number with a comma. */
  void customer(String key, Field field, String value) {
    http.patch("/control/d365/CustomersV3/" + key, Map.of(field.on(Place.D365), value));
  }

  private void email(String account, String value) {
    String set = "/control/creatio/AccountCommunication";
    JsonNode known = http.get(set + "?AccountId=" + account + "&CommunicationTypeId=" + emailType);
    String row = known.at("/value/0/Id").asText();
    if (!row.isEmpty()) {
      http.patch(set + "/" + row, Map.of("Number", value));
      return;
    }
    Map<String, Object> fresh = new LinkedHashMap<>();
    fresh.put("AccountId", account);
    fresh.put("CommunicationTypeId", emailType);
    fresh.put("Number", value);
    fresh.put("Primary", true);
    http.post(set, fresh);
  }
}
