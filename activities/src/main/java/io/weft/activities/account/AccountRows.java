package io.weft.activities.account;

import io.weft.activities.creatio.CreatioValues;
import io.weft.activities.creatio.Expand;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.activities.value.Type;
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
 * An account of Creatio with its e-mail address, read in one call. Creatio keeps e-mail addresses
 * as rows of {@code AccountCommunication}; the primary one counts as the account's field {@link
 * #EMAIL}.
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
   * @param more columns beyond the mapping that rules and the life of the account depend on
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
    return new Columns(List.copyOf(types.keySet()));
  }

  /** The related rows that come along. */
  public List<Expand> expand() {
    return emailRow ? List.of(EMAIL_ROWS) : List.of();
  }

  Map<String, Type> types() {
    return types;
  }

  @Override
  public Snapshot read(Row row) {
    String id = Objects.requireNonNull(row.text("Id"), "an account without Id");
    RecordRef record = RecordRef.creatio(SyncObjectName.ACCOUNT_CUSTOMER, id);
    Snapshot plain = CreatioValues.snapshot(record, row, types);
    if (!emailRow) {
      return plain;
    }
    Optional<Row> email = primary(row);
    Fields fields =
        plain
            .fields()
            .with(
                EMAIL,
                email
                    .map(e -> CreatioValues.read(Type.EMAIL, e.get("Number")))
                    .orElse(Values.ABSENT))
            .with(
                EMAIL_ROW,
                email
                    .map(e -> CreatioValues.read(Type.REFERENCE, e.get("Id")))
                    .orElse(Values.ABSENT));
    Instant modifiedOn =
        later(plain.modifiedOn(), email.map(CreatioValues::modifiedOn).orElse(null));
    return new Snapshot(record, fields, null, modifiedOn, plain.modifiedBy());
  }

  private static Optional<Row> primary(Row account) {
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
