package io.weft.sandbox.d365.erp;

import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;

/** A request that the ERP refuses, with the sentence that a client finds in the error body. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was wrong; it decides status and error type. */
  public enum Why {
    /** A rule of the ERP: AxODataWriteException, 400 or 500. */
    WRITE,
    /** The request itself: 400. */
    REQUEST,
    /** No such row, or none that is visible: 404. */
    MISSING,
    /** The row moved since the ETag was read: 412 or 409. */
    STALE,
    /** The user has no right: 403. */
    FORBIDDEN
  }

  private final Why why;

  private Refusal(Why why, String message) {
    super(message);
    this.why = why;
  }

  /** Returns the refusal of a write, as an Infolog of warnings. */
  public static Refusal write(EntitySet set, List<String> lines) {
    StringBuilder text = new StringBuilder("Write failed for table row of type '");
    text.append(set.entity()).append("'. Infolog: ");
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : "; ").append("Warning: ").append(lines.get(i));
    }
    return new Refusal(Why.WRITE, text.toString());
  }

  /** Returns the refusal of a value that names no row of another table. */
  public static Refusal notFound(EntitySet set, String name, String value, String table) {
    return field(
        set,
        name,
        "The value '%s' in field '%s' is not found in the related table '%s'."
            .formatted(value, set.get(name).label(), table));
  }

  /** Returns the refusal of a value of one field. */
  public static Refusal field(EntitySet set, String name, String line) {
    return write(
        set, List.of(line, "validateField failed on field '%s.%s'.".formatted(set.entity(), name)));
  }

  /** Returns the refusal of a row in which a field is empty. */
  public static Refusal unfilled(EntitySet set, String name) {
    return row(set, "Field '%s' must be filled in.".formatted(set.get(name).label()));
  }

  /** Returns the refusal of a row as a whole. */
  public static Refusal row(EntitySet set, String line) {
    return write(
        set,
        List.of(
            line,
            "validateWrite failed on data source '%s (%s)'.".formatted(set.table(), set.table())));
  }

  /** Returns the refusal of a change to what never changes. */
  public static Refusal fixed(EntitySet set, String name) {
    return write(set, List.of("Field '%s' cannot be changed.".formatted(set.get(name).label())));
  }

  /** Returns the refusal of a second row of one key. */
  public static Refusal duplicate(EntitySet set, String name, Object value) {
    return write(
        set,
        List.of(
            "Cannot create a record in %s (%s). %s: %s. The record already exists.."
                .formatted(set.label(), set.table(), set.get(name).label(), value)));
  }

  /** Returns the refusal of a request that cannot be understood. */
  public static Refusal request(String message) {
    return new Refusal(Why.REQUEST, message);
  }

  /** Returns the refusal of a key that is not there. */
  public static Refusal missing() {
    return new Refusal(Why.MISSING, "No such row.");
  }

  /** Returns the refusal of an ETag that is no longer true. */
  public static Refusal stale() {
    return new Refusal(
        Why.STALE,
        "The request could not be processed because the entity was changed since it was read.");
  }

  /** Returns the refusal of a user without the right. */
  public static Refusal forbidden(String what) {
    return new Refusal(Why.FORBIDDEN, "Access denied: " + what);
  }

  /** Returns what was wrong. */
  public Why why() {
    return why;
  }

  /** Returns the sentence for the error body. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
