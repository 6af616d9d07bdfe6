package io.weft.sandbox.creatio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Switches of the tenant, changed while it runs over {@code /control/creatio/settings}. */
final class Settings {
  /** Whether the site is a .NET one: then OData is also found without {@code /0}. */
  private volatile boolean net;

  private volatile boolean nullClears;
  private volatile boolean sysAdminUnit = true;
  private volatile boolean duplicatesHistory = true;
  private volatile int rebuildStatus = 404;
  private volatile String source = "sandbox";

  /** Whether the process also starts on what the integration user saves. */
  private volatile boolean ownSignals = true;

  private final OrderSettings orders = new OrderSettings();

  boolean net() {
    return net;
  }

  boolean nullClears() {
    return nullClears;
  }

  boolean sysAdminUnit() {
    return sysAdminUnit;
  }

  boolean duplicatesHistory() {
    return duplicatesHistory;
  }

  int rebuildStatus() {
    return rebuildStatus;
  }

  String source() {
    return source;
  }

  boolean ownSignals() {
    return ownSignals;
  }

  OrderSettings orders() {
    return orders;
  }

  void change(Map<String, @Nullable Object> wanted) {
    wanted.forEach((name, value) -> change(name, String.valueOf(value)));
  }

  Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mode", net ? "net" : "framework");
    json.put("nullClears", nullClears);
    json.put("sysAdminUnit", sysAdminUnit);
    json.put("duplicatesHistory", duplicatesHistory);
    json.put("rebuildStatus", rebuildStatus);
    json.put("source", source);
    json.put("ownSignals", ownSignals);
    orders.putInto(json);
    return json;
  }

  private void change(String name, String value) {
    switch (name) {
      case "mode" -> net = value.equals("net");
      case "nullClears" -> nullClears = Boolean.parseBoolean(value);
      case "sysAdminUnit" -> sysAdminUnit = Boolean.parseBoolean(value);
      case "duplicatesHistory" -> duplicatesHistory = Boolean.parseBoolean(value);
      case "rebuildStatus" -> rebuildStatus = Integer.parseInt(value);
      case "source" -> source = value;
      case "ownSignals" -> ownSignals = Boolean.parseBoolean(value);
      default -> orders.change(name, value);
    }
  }
}
