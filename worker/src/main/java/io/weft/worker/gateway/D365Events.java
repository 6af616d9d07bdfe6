package io.weft.worker.gateway;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Data events (a Dataverse execution context) and business events of D365, told apart by what they
 * carry. Both are taken as "this row is dirty": amounts and fields in them are never used.
 *
 * <p>Source: Microsoft Learn, "Data events" and "Business events overview".
 */
final class D365Events implements EventReader {
  private static final Map<String, Keyed> ENTITIES =
      Map.of(
          "mserp_custcustomerv3entity",
          new Keyed(SyncObjectName.ACCOUNT_CUSTOMER, "mserp_customeraccount"));

  private static final Map<String, Keyed> BUSINESS_EVENTS =
      Map.of(
          "SalesInvoicePostedBusinessEvent",
          new Keyed(SyncObjectName.INVOICE_ORDER_STATUS, "SalesOrderId"));

  private final Function<String, Optional<RecordRef>> byGuid;
  private final Clock clock;

  /**
   * A reader.
   *
   * @param byGuid the record behind a Dataverse GUID, as the links know it
   */
  D365Events(Function<String, Optional<RecordRef>> byGuid, Clock clock) {
    this.byGuid = byGuid;
    this.clock = clock;
  }

  /** What an entity or event is about, and where it names the record. */
  private record Keyed(SyncObjectName object, String key) {}

  @Override
  public String source() {
    return "d365";
  }

  @Override
  public Origin origin() {
    return Origin.EVENT;
  }

  @Override
  public Optional<Hint> read(EventNode event) {
    if (event.optional("BusinessEventId").isPresent()) {
      return businessEvent(event);
    }
    if (event.optional("MessageName").isPresent()) {
      return dataEvent(event);
    }
    throw new BadEvent(
        event.place(),
        "neither a data event nor a business event",
        "Send an object with MessageName or BusinessEventId");
  }

  private Optional<Hint> businessEvent(EventNode event) {
    Keyed keyed = BUSINESS_EVENTS.get(event.text("BusinessEventId"));
    if (keyed == null) {
      return Optional.empty();
    }
    String where =
        event.optional("LegalEntity").isPresent() ? "LegalEntity" : "BusinessEventLegalEntity";
    LegalEntity legalEntity = legalEntity(event.at(where), event.text(where));
    // An invoice that comes from no order has no record of ours.
    return event
        .optional(keyed.key())
        .map(key -> RecordRef.d365(keyed.object(), legalEntity, key))
        .map(record -> hint(record, by(event, "InitiatingUserAADObjectId"), false));
  }

  private Optional<Hint> dataEvent(EventNode event) {
    Keyed keyed = ENTITIES.get(event.text("PrimaryEntityName").toLowerCase(Locale.ROOT));
    if (keyed == null) {
      return Optional.empty();
    }
    boolean deleted = event.text("MessageName").toLowerCase(Locale.ROOT).endsWith("deleted");
    EventNode target = parameter(event, "InputParameters", "Target");
    Map<String, String> known = attributes(parameter(event, "PreEntityImages", "PreImage"));
    known.putAll(attributes(parameter(event, "InputParameters", "PreImage")));
    known.putAll(attributes(target));
    Optional<RecordRef> record =
        byKey(event, keyed, known).or(() -> byGuid(target).or(() -> byGuid(event)));
    return record.map(
        found -> hint(found, by(event, "InitiatingUserAzureActiveDirectoryObjectId"), deleted));
  }

  private Optional<RecordRef> byKey(EventNode event, Keyed keyed, Map<String, String> known) {
    String legalEntity = known.get("mserp_dataareaid");
    String key = known.get(keyed.key());
    if (legalEntity == null || key == null) {
      return Optional.empty();
    }
    LegalEntity le = legalEntity(event.place() + " mserp_dataareaid", legalEntity);
    return Optional.of(RecordRef.d365(keyed.object(), le, key));
  }

  /** A deletion names nothing but the row's GUID; so may a change of other fields. */
  private Optional<RecordRef> byGuid(EventNode node) {
    String name = node.json().has("Id") ? "Id" : "PrimaryEntityId";
    return node.optional(name).flatMap(Guids::read).flatMap(byGuid);
  }

  private Hint hint(RecordRef record, @Nullable String by, boolean deleted) {
    return new Hint(record, origin(), clock.instant(), null, by, deleted);
  }

  private static @Nullable String by(EventNode event, String name) {
    return event.optional(name).flatMap(Guids::read).orElse(null);
  }

  private static LegalEntity legalEntity(String place, String id) {
    try {
      return new LegalEntity(id);
    } catch (IllegalArgumentException e) {
      throw BadEvent.at(place, id, "is no legal entity", "Send the dataAreaId");
    }
  }

  /** The value of a named parameter; a node without members where there is none. */
  private static EventNode parameter(EventNode event, String list, String name) {
    for (EventNode entry : event.items(list)) {
      String key = entry.json().path("key").asText("");
      if (key.equalsIgnoreCase(name)) {
        return entry.child("value");
      }
    }
    return event.child(name);
  }

  /** Texts and numbers by attribute name; option sets and references are no keys of ours. */
  private static Map<String, String> attributes(EventNode entity) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (EventNode entry : entity.items("Attributes")) {
      var value = entry.json().path("value");
      String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
      if (!text.isEmpty()) {
        attributes.put(entry.json().path("key").asText("").toLowerCase(Locale.ROOT), text);
      }
    }
    return attributes;
  }
}
