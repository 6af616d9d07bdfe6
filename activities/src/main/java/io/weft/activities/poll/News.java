package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.store.Incoming;
import io.weft.activities.value.Digest;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes hints of what a feed saw. Thread-safe. */
public final class News {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final Origin origin;
  private final Clock clock;
  private final Sift sift;

  /** Hints in the name of one messenger. */
  public News(Origin origin, Clock clock, Sift sift) {
    this.origin = origin;
    this.clock = clock;
    this.sift = sift;
  }

  /** Closes at once what is switched off; {@code Intake::sift}. */
  @FunctionalInterface
  public interface Sift {
    Incoming sift(Hint hint, @Nullable String digest);
  }

  /** A row that is there, with the digest that tells an echo from a change. */
  Incoming row(RowReader reader, Row row) {
    return row(reader, row, moment(row.text("ModifiedOn")));
  }

  /**
   * The root of a child row that changed. The root's own time of change says nothing about the
   * child, so it must not stand for it: a read of that time may be older than the change.
   */
  Incoming rolledUp(RowReader reader, Row root) {
    return row(reader, root, null);
  }

  private Incoming row(RowReader reader, Row row, @Nullable Instant modified) {
    Hint hint = new Hint(reader.ref(row), origin, clock.instant(), modified, who(row), false);
    return sift.sift(hint, digest(reader, row));
  }

  /** A record of which only the key is known. */
  Incoming unread(RecordRef record) {
    return sift.sift(Hint.of(record, origin, clock.instant()), null);
  }

  /** A record that is said to be deleted. */
  Incoming gone(RecordRef record) {
    return sift.sift(new Hint(record, origin, clock.instant(), null, null, true), null);
  }

  /** What the system wrote as a time; null where it wrote none. */
  static @Nullable Instant moment(@Nullable String text) {
    try {
      Instant at = text == null ? null : Instant.parse(text);
      return at == null || at.isBefore(Instant.EPOCH) ? null : at;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  Instant now() {
    return clock.instant();
  }

  private static @Nullable String digest(RowReader reader, Row row) {
    if (!reader.image()) {
      return null;
    }
    try {
      return Digest.of(reader.fields(row));
    } catch (IllegalArgumentException e) {
      // One unreadable value must not stop the feed: the pass reads the row itself and says what
      // is wrong with it, on this record alone.
      return null;
    }
  }

  private static @Nullable String who(Row row) {
    String by = row.text("ModifiedById");
    return by == null || by.equals(NOBODY) ? null : by.toLowerCase(Locale.ROOT);
  }
}
