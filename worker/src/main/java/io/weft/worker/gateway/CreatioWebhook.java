package io.weft.worker.gateway;

import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The thin event that a business process in Creatio posts: which record of which entity was
 * touched, and how. Lenient, because such a process is made by clicking together: nothing but
 * entity and record id is needed, and no field value is ever believed.
 */
final class CreatioWebhook implements EventReader {
  private static final Set<String> OPERATIONS =
      new TreeSet<>(
          Set.of("added", "created", "inserted", "modified", "updated", "changed", "deleted"));

  /** With fewer digits it may be earlier than the change it stands for, and cover too much. */
  private static final Pattern EXACT = Pattern.compile(".*\\d{2}:\\d{2}:\\d{2}\\.\\d{3,9}.*");

  private static final Map<String, Entity> ENTITIES = entities();

  private final Clock clock;

  CreatioWebhook(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a change of an entity means.
   *
   * @param owner the property that names the record it belongs to; null where it is the record
   */
  private record Entity(SyncObjectName object, @Nullable String owner) {}

  private static Map<String, Entity> entities() {
    Map<String, Entity> entities = new LinkedHashMap<>();
    entities.put("account", new Entity(SyncObjectName.ACCOUNT_CUSTOMER, null));
    entities.put("accountcommunication", new Entity(SyncObjectName.ACCOUNT_CUSTOMER, "accountId"));
    entities.put("accountaddress", new Entity(SyncObjectName.ACCOUNT_CUSTOMER, "accountId"));
    entities.put("contact", new Entity(SyncObjectName.CONTACT, null));
    entities.put("contactcommunication", new Entity(SyncObjectName.CONTACT, "contactId"));
    entities.put("contactaddress", new Entity(SyncObjectName.CONTACT, "contactId"));
    entities.put("product", new Entity(SyncObjectName.PRODUCT, null));
    entities.put("opportunity", new Entity(SyncObjectName.OPPORTUNITY_QUOTATION, null));
    entities.put(
        "opportunityproductinterest",
        new Entity(SyncObjectName.OPPORTUNITY_QUOTATION, "opportunityId"));
    entities.put("order", new Entity(SyncObjectName.ORDER_SALES_ORDER, null));
    entities.put("orderproduct", new Entity(SyncObjectName.ORDER_SALES_ORDER, "orderId"));
    return entities;
  }

  @Override
  public String source() {
    return "creatio";
  }

  @Override
  public Origin origin() {
    return Origin.WEBHOOK;
  }

  @Override
  public Optional<Hint> read(EventNode event) {
    String name = event.text("entity");
    boolean deleted = operation(event).equals("deleted");
    String recordId = id(event, "recordId");
    Entity entity = ENTITIES.get(name.toLowerCase(Locale.ROOT));
    if (entity == null) {
      return Optional.empty();
    }
    String owner = entity.owner();
    // A row below a record that does not name its record cannot be followed up; the sweep sees it.
    Optional<String> key =
        owner == null ? Optional.of(recordId) : event.optional(owner).flatMap(Guids::read);
    return key.map(id -> hint(event, RecordRef.creatio(entity.object(), id), owner, deleted));
  }

  private Hint hint(EventNode event, RecordRef record, @Nullable String owner, boolean deleted) {
    Instant modifiedOn = owner == null ? modifiedOn(event) : null;
    String by = event.optional("modifiedById").flatMap(Guids::read).orElse(null);
    return new Hint(record, origin(), clock.instant(), modifiedOn, by, deleted && owner == null);
  }

  private static String operation(EventNode event) {
    String operation = event.optional("operation").orElse("changed").toLowerCase(Locale.ROOT);
    if (!OPERATIONS.contains(operation)) {
      throw BadEvent.at(
          event.at("operation"), operation, "is not known", "Send one of " + OPERATIONS);
    }
    return operation;
  }

  private static String id(EventNode event, String name) {
    String text = event.text(name);
    return Guids.read(text)
        .orElseThrow(
            () ->
                BadEvent.at(
                    event.at(name),
                    text,
                    "is no id",
                    "Send the record's Id, a GUID that is not zero"));
  }

  /** The time of change, if it names its zone and is exact to the millisecond. */
  private static @Nullable Instant modifiedOn(EventNode event) {
    String text = event.optional("modifiedOn").orElse("");
    if (!EXACT.matcher(text).matches()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null; // without a zone, or in the user's own form: of no use, but no fault either
    }
  }
}
