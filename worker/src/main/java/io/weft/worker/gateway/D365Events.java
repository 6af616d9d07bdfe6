package io.weft.worker.gateway;

import io.weft.activities.poll.KnownSets;
import io.weft.activities.poll.Orphan;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final String COMPANY = "dataareaid";

  /**
   * Which event is about which objects. The confirmation's is not in the documented list, so it is
   * only taken where a tenant has it.
   */
  private static final Map<String, List<SyncObjectName>> BUSINESS_EVENTS =
      Map.of(
          "SalesInvoicePostedBusinessEvent",
          List.of(SyncObjectName.INVOICE_ORDER_STATUS, SyncObjectName.ORDER_SALES_ORDER),
          "SalesOrderConfirmedBusinessEvent",
          List.of(SyncObjectName.ORDER_SALES_ORDER));

  private static final List<String> ORDER_NUMBERS = List.of("SalesOrderId", "SalesOrderNumber");

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

  @Override
  public String source() {
    return "d365";
  }

  @Override
  public Origin origin() {
    return Origin.EVENT;
  }

  @Override
  public Reading read(EventNode event) {
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

  private Reading businessEvent(EventNode event) {
    List<SyncObjectName> objects =
        BUSINESS_EVENTS.getOrDefault(event.text("BusinessEventId"), List.of());
    if (objects.isEmpty()) {
      return Reading.UNKNOWN;
    }
    String where =
        event.optional("LegalEntity").isPresent() ? "LegalEntity" : "BusinessEventLegalEntity";
    LegalEntity legalEntity = legalEntity(event.at(where), event.text(where));
    // An invoice that comes from no order has no record of ours.
    Optional<String> number =
        ORDER_NUMBERS.stream().flatMap(name -> event.optional(name).stream()).findFirst();
    if (number.isEmpty()) {
      return Reading.UNKNOWN;
    }
    String by = by(event, "InitiatingUserAADObjectId");
    return new Reading(
        objects.stream()
            .map(object -> hint(RecordRef.d365(object, legalEntity, number.get()), by, false))
            .toList(),
        List.of(),
        0);
  }

  private Reading dataEvent(EventNode event) {
    KnownSets.OfD365 set = KnownSets.d365(event.text("PrimaryEntityName")).orElse(null);
    if (set == null) {
      return Reading.UNKNOWN;
    }
    boolean deleted = event.text("MessageName").toLowerCase(Locale.ROOT).endsWith("deleted");
    EventNode target = parameter(event, "InputParameters", "Target");
    Map<String, String> known = attributes(parameter(event, "PreEntityImages", "PreImage"));
    known.putAll(attributes(parameter(event, "InputParameters", "PreImage")));
    known.putAll(attributes(target));
    String by = by(event, "InitiatingUserAzureActiveDirectoryObjectId");
    boolean gone = deleted && set.row() == null;
    return byKey(event, set, known)
        .or(() -> byGuid(target).or(() -> byGuid(event)))
        .map(record -> Reading.of(hint(record, by, gone)))
        .orElseGet(() -> deleted ? Reading.UNKNOWN : orphan(event, set, known));
  }

  private Optional<RecordRef> byKey(
      EventNode event, KnownSets.OfD365 set, Map<String, String> known) {
    String key = known.get(KnownSets.plain(set.key()));
    return legalEntity(event, known)
        .filter(le -> key != null)
        .map(le -> RecordRef.d365(set.object(), le, String.valueOf(key)));
  }

  /** An event of a row below a record need not name the record, only the row. */
  private static Reading orphan(EventNode event, KnownSets.OfD365 set, Map<String, String> known) {
    String row = set.row() == null ? null : known.get(KnownSets.plain(set.row()));
    LegalEntity legalEntity = legalEntity(event, known).orElse(null);
    return row == null || legalEntity == null
        ? Reading.UNKNOWN
        : Reading.of(new Orphan(set.object(), Side.D365, set.set(), row, legalEntity));
  }

  private static Optional<LegalEntity> legalEntity(EventNode event, Map<String, String> known) {
    return Optional.ofNullable(known.get(COMPANY))
        .map(id -> legalEntity(event.place() + " mserp_dataareaid", id));
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

  /** Texts and numbers by field; option sets and references are no keys of ours. */
  private static Map<String, String> attributes(EventNode entity) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (EventNode entry : entity.items("Attributes")) {
      var value = entry.json().path("value");
      String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
      if (!text.isEmpty()) {
        attributes.put(KnownSets.plain(entry.json().path("key").asText("")), text);
      }
    }
    return attributes;
  }
}
