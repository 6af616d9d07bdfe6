package io.weft.activities.account;

import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.creatio.Expand;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.poll.RowReader;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account of Creatio with its e-mail address, read in one call; the same form for passes and
 * feeds. Creatio keeps e-mail addresses as rows of {@code AccountCommunication}; the primary one
 * counts as the account's field {@link #EMAIL}. Look-ups carry the mapping's names ({@code
 * Country}), on the wire they end in {@code Id}.
 */
public final class AccountRows implements RowReader {
  static final String SET = "Account";
  static final String EMAIL = "Email";

  /** The row that holds the e-mail address, so that a write knows where it goes. */
  static final String EMAIL_ROW = "EmailRow";

  static final String COMMUNICATIONS = "AccountCommunicationCollectionByAccount";
  static final String EMAIL_TYPE = "ee1c85c3-cfcb-df11-9b2a-001d60e938c6";

  private static final Expand EMAIL_ROWS =
      new Expand(
          COMMUNICATIONS,
          Columns.of("Id", "Number", "CommunicationTypeId", "Primary", "ModifiedOn"));

  private final Map<String, Type> types;
  private final boolean emailRow;

  /**
   * @param more columns beyond the mapping that the life of the account depends on
   */
  public AccountRows(Mapping mapping, Map<String, Type> more) {
    Map<String, Type> all = new LinkedHashMap<>();
    for (Slot slot : mapping.slots(Side.CREATIO)) {
      all.put(slot.name(), slot.type());
    }
    more.forEach(all::putIfAbsent);
    this.emailRow = all.remove(EMAIL) != null;
    this.types = Collections.unmodifiableMap(all);
  }

  @Override
  public Columns columns() {
    return new Columns(types.keySet().stream().map(this::wire).toList());
  }

  @Override
  public List<Expand> expand() {
    return emailRow ? List.of(EMAIL_ROWS) : List.of();
  }

  @Override
  public RecordRef ref(Row row) {
    String id = Objects.requireNonNull(row.text("Id"), "an account without Id");
    return RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
  }

  @Override
  public Fields fields(Row row) {
    Map<String, Value> fields = new LinkedHashMap<>();
    types.forEach((name, type) -> fields.put(name, CreatioValues.read(type, row.get(wire(name)))));
    if (emailRow) {
      Optional<Row> email = primaryEmail(row);
      fields.put(EMAIL, read(email, Type.EMAIL, "Number"));
      fields.put(EMAIL_ROW, read(email, Type.REFERENCE, "Id"));
    }
    return Fields.of(fields);
  }

  /** The account as it is now; its time of change is that of its e-mail row, if that is later. */
  Snapshot snapshot(Row row) {
    String by = row.text("ModifiedById");
    Instant own = CreatioValues.modifiedOn(row);
    Instant email = primaryEmail(row).map(CreatioValues::modifiedOn).orElse(null);
    return new Snapshot(ref(row), fields(row), null, later(own, email), by);
  }

  /** The body of a write, without the e-mail address. */
  Map<String, Object> body(Fields fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    fields.forEach(
        (name, value) -> {
          Type type = types.get(name);
          if (type != null) {
            body.put(wire(name), CreatioValues.write(type, value));
          } else if (!name.equals(EMAIL)) {
            throw new IllegalArgumentException("no type is known for column " + name);
          }
        });
    return body;
  }

  /** A look-up's column carries its id. */
  private String wire(String name) {
    return types.get(name) == Type.REFERENCE ? name + "Id" : name;
  }

  private static Value read(Optional<Row> row, Type type, String column) {
    return row.map(r -> CreatioValues.read(type, r.get(column))).orElse(Values.ABSENT);
  }

  private static Optional<Row> primaryEmail(Row account) {
    List<Row> emails =
        account.rows(COMMUNICATIONS).stream()
            .filter(r -> EMAIL_TYPE.equalsIgnoreCase(r.text("CommunicationTypeId")))
            .toList();
    return emails.stream()
        .filter(r -> "true".equals(r.text("Primary")))
        .findFirst()
        .or(() -> emails.stream().findFirst());
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }
}
