package io.weft.sandbox.d365.event;

import io.weft.sandbox.Row;
import io.weft.sandbox.d365.dataverse.VirtualId;
import io.weft.sandbox.d365.dataverse.VirtualJson;
import io.weft.sandbox.d365.erp.Hidden;
import io.weft.sandbox.d365.erp.RowChange;
import io.weft.sandbox.d365.schema.EntitySet;
import io.weft.sandbox.d365.schema.Property;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of data events, as Dataverse wraps them, and of business events. */
final class Payloads {
  private static final String CONTRACTS = "http://schemas.microsoft.com/xrm/2011/Contracts";
  private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

  private Payloads() {}

  /** Returns a RemoteExecutionContext that names the row and what changed in it. */
  static Map<String, @Nullable Object> dataEvent(RowChange change, Instant at, UUID correlation) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("BusinessUnitId", NO_ID);
    json.put("CorrelationId", correlation.toString());
    json.put("Depth", 1);
    json.put(
        "InitiatingUserId",
        UUID.nameUUIDFromBytes(change.client().getBytes(StandardCharsets.UTF_8)).toString());
    json.put("InputParameters", inputs(change));
    json.put("IsExecutingOffline", false);
    json.put("IsInTransaction", false);
    json.put("MessageName", message(change));
    json.put("Mode", 1);
    json.put("OperationCreatedOn", "/Date(" + at.toEpochMilli() + "+0000)/");
    json.put("OutputParameters", List.of());
    json.put("PrimaryEntityId", NO_ID);
    json.put("PrimaryEntityName", change.set().logicalName());
    json.put("PostEntityImages", List.of());
    json.put("PreEntityImages", List.of());
    json.put("SharedVariables", List.of());
    return json;
  }

  /** Returns a business event around fields of its own. */
  static Map<String, @Nullable Object> businessEvent(
      Map<String, @Nullable Object> fields, long control, Instant at, UUID id) {
    Object company = fields.getOrDefault("LegalEntity", "usmf");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("BusinessEventId", fields.get("BusinessEventId"));
    json.put("BusinessEventLegalEntity", company);
    json.put("ContextRecordSubject", "");
    json.put("ControlNumber", control);
    json.put("EventId", id.toString().toUpperCase(Locale.ROOT));
    json.put("EventTime", "/Date(" + at.toEpochMilli() + ")/");
    json.put("EventTimeIso8601", at.toString());
    json.put("InitiatingUserAADObjectId", "{" + id.toString().toUpperCase(Locale.ROOT) + "}");
    json.put("LegalEntity", company);
    json.put("MajorVersion", 0);
    json.put("MinorVersion", 0);
    json.put("ParentContextRecordSubjects", List.of());
    json.putAll(fields);
    return json;
  }

  private static String message(RowChange change) {
    if (change.before() == null) {
      return "OnExternalCreated";
    }
    return change.after() == null ? "OnExternalDeleted" : "OnExternalUpdated";
  }

  private static List<Map<String, @Nullable Object>> inputs(RowChange change) {
    EntitySet set = change.set();
    List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
    if (change.after() == null) {
      Map<String, @Nullable Object> target = new LinkedHashMap<>();
      target.put("__type", "EntityReference:" + CONTRACTS);
      target.put("Id", VirtualId.of(set, Hidden.recId(change.row())).toString());
      target.put("KeyAttributes", List.of());
      target.put("LogicalName", set.logicalName());
      inputs.add(pair("Target", target));
      inputs.add(pair("PreImage", entity(change, set.key())));
    } else {
      inputs.add(pair("Target", entity(change, told(change))));
    }
    return inputs;
  }

  /** The key always, and what changed. */
  private static List<Property> told(RowChange change) {
    List<Property> told = new ArrayList<>();
    for (Property property : change.set().properties()) {
      if (change.set().key().contains(property) || change.changed().contains(property.name())) {
        told.add(property);
      }
    }
    return told;
  }

  private static Map<String, @Nullable Object> entity(RowChange change, List<Property> told) {
    Row row = change.row();
    List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
    for (Property property : told) {
      Object value = VirtualJson.value(property, row.get(property.name()));
      if (value != null) {
        attributes.add(pair(property.virtualName(), wrapped(property, value)));
      }
    }
    Map<String, @Nullable Object> entity = new LinkedHashMap<>();
    entity.put("__type", "Entity:" + CONTRACTS);
    entity.put("Attributes", attributes);
    entity.put("EntityState", null);
    entity.put("FormattedValues", List.of());
    entity.put("Id", VirtualId.of(change.set(), Hidden.recId(row)).toString());
    entity.put("KeyAttributes", List.of());
    entity.put("LogicalName", change.set().logicalName());
    entity.put("RelatedEntities", List.of());
    entity.put("RowVersion", null);
    return entity;
  }

  private static Object wrapped(Property property, Object value) {
    if (property.enumType() != null) {
      Map<String, Object> option = new LinkedHashMap<>();
      option.put("__type", "OptionSetValue:" + CONTRACTS);
      option.put("Value", value);
      return option;
    }
    return value instanceof Instant moment ? "/Date(" + moment.toEpochMilli() + ")/" : value;
  }

  private static Map<String, @Nullable Object> pair(String key, @Nullable Object value) {
    Map<String, @Nullable Object> pair = new LinkedHashMap<>();
    pair.put("key", key);
    pair.put("value", value);
    return pair;
  }
}
