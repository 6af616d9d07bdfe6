package io.weft.worker.gateway;

import io.weft.activities.poll.KnownSets;
import io.weft.activities.poll.Orphan;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The thin event that a business process in Creatio posts: which record of which entity was
 * touched, and how. Lenient, because such a process is made by clicking together: nothing but
 * entity and record id is needed, and no field value is ever believed. A row below a record leads
 * to the record: the one that the event names, or the one that the row is asked for.
 */
final class CreatioWebhook implements EventReader {
  private static final Set<String> OPERATIONS =
      new TreeSet<>(
          Set.of("added", "created", "inserted", "modified", "updated", "changed", "deleted"));

  /** With fewer digits it may be earlier than the change it stands for, and cover too much. */
  private static final Pattern EXACT = Pattern.compile(".*\\d{2}:\\d{2}:\\d{2}\\.\\d{3,9}.*");

  private final Clock clock;

  CreatioWebhook(Clock clock) {
    this.clock = clock;
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
  public Reading read(EventNode event) {
    String name = event.text("entity");
    boolean deleted = operation(event).equals("deleted");
    String recordId = id(event, "recordId");
    KnownSets.OfCreatio entity = KnownSets.creatio(name).orElse(null);
    if (entity == null) {
      return Reading.UNKNOWN;
    }
    String owner = entity.owner();
    if (owner == null) {
      RecordRef record = RecordRef.creatio(entity.object(), recordId);
      return Reading.of(hint(event, record, modifiedOn(event), deleted));
    }
    return below(event, entity, owner(event, owner), recordId, deleted);
  }

  /** A row below a record: a change of the record, at a time that is not the record's own. */
  private Reading below(
      EventNode event,
      KnownSets.OfCreatio entity,
      Optional<String> owner,
      String recordId,
      boolean deleted) {
    if (owner.isPresent()) {
      RecordRef record = RecordRef.creatio(entity.object(), owner.get());
      return Reading.of(hint(event, record, null, false));
    }
    // A row that is gone cannot be asked for its record any more; the sweep or the record tells.
    return deleted
        ? Reading.UNKNOWN
        : Reading.of(new Orphan(entity.object(), Side.CREATIO, entity.set(), recordId, null));
  }

  /** The record above, if the process that posts sends it along: {@code accountId}. */
  private static Optional<String> owner(EventNode event, String column) {
    String property = column.substring(0, 1).toLowerCase(Locale.ROOT) + column.substring(1);
    return event.optional(property).or(() -> event.optional(column)).flatMap(Guids::read);
  }

  private Hint hint(
      EventNode event, RecordRef record, @Nullable Instant modifiedOn, boolean deleted) {
    String by = event.optional("modifiedById").flatMap(Guids::read).orElse(null);
    return new Hint(record, origin(), clock.instant(), modifiedOn, by, deleted);
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
