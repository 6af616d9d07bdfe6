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
 * whenever a record is saved, whoever saved it.
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
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("entity", row.table().name());
    event.put("recordId", row.get("Id"));
    event.put("operation", operation);
    event.put("modifiedOn", when);
    event.put("modifiedById", row.get("ModifiedById"));
    event.put("source", settings.source());
    deliveries.send(row.table().name(), row.key(), event);
  }
}
