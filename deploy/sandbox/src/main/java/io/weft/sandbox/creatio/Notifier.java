package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.control.Deliveries;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The business process that an administrator modelled: it calls a gateway with a thin event
 * whenever a record is saved. Its start signals may be filtered so that what the integration user
 * saves starts nothing; deletions always do.
 */
final class Notifier {
  static final List<String> DEFAULT_SETS = List.of("Account", "Contact");

  private final Deliveries deliveries;
  private final Settings settings;

  Notifier(Deliveries deliveries, Settings settings) {
    this.deliveries = deliveries;
    this.settings = settings;
  }

  void saved(Row row, String operation, Instant when) {
    if (!settings.ownSignals() && isOwn(row) && !operation.equals("deleted")) {
      return;
    }
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("entity", row.table().name());
    event.put("recordId", row.get("Id"));
    event.put("operation", operation);
    event.put("modifiedOn", when);
    event.put("modifiedById", row.get("ModifiedById"));
    event.put("source", settings.source());
    deliveries.send(row.table().name(), row.key(), event);
  }

  private static boolean isOwn(Row row) {
    return Ids.INTEGRATION.equals(row.get("ModifiedById"));
  }
}
