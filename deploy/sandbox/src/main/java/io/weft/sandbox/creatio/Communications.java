package io.weft.sandbox.creatio;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps phone, fax, web and e-mail columns of a parent and its communication rows alike. Saving a
 * column writes the row; the primary row of a type feeds its column.
 */
final class Communications {
  private static final Map<UUID, String> OF_ACCOUNT =
      ordered(
          Ids.MAIN_PHONE,
          "Phone",
          Ids.ADDITIONAL_PHONE,
          "AdditionalPhone",
          Ids.FAX,
          "Fax",
          Ids.WEB,
          "Web");
  private static final Map<UUID, String> OF_CONTACT =
      ordered(
          Ids.BUSINESS_PHONE,
          "Phone",
          Ids.MOBILE_PHONE,
          "MobilePhone",
          Ids.HOME_PHONE,
          "HomePhone",
          Ids.EMAIL,
          "Email");

  private final String set;
  private final String parent;
  private final Map<UUID, String> columns;

  private Communications(String parent, Map<UUID, String> columns) {
    this.set = parent + "Communication";
    this.parent = parent;
    this.columns = columns;
  }

  /** Returns what keeps a set's rows alike, null if the set has nothing to do with it. */
  static @Nullable Communications of(String set) {
    return switch (set) {
      case "Account", "AccountCommunication" -> new Communications("Account", OF_ACCOUNT);
      case "Contact", "ContactCommunication" -> new Communications("Contact", OF_CONTACT);
      default -> null;
    };
  }

  boolean isParent(String name) {
    return parent.equals(name);
  }

  /** Writes rows for the columns that a save of the parent changed. */
  void parentSaved(Save save, @Nullable Row before, Row after) {
    columns.forEach(
        (type, column) -> {
          String old = before == null ? "" : before.text(column);
          String now = after.text(column);
          if (!old.equals(now)) {
            followColumn(save, after, type, old, now);
          }
        });
  }

  /** Returns what a row gets besides the values it was sent with. */
  Map<String, Object> completed(Save save, @Nullable Row before, Map<String, Object> sent) {
    Map<String, Object> more = new LinkedHashMap<>();
    Object number = sent.get("Number");
    if (number != null) {
      more.put("SearchNumber", searchNumber(number.toString()));
    }
    if (before == null && !sent.containsKey("Primary") && isFirst(save, sent)) {
      more.put("Primary", true);
    }
    return more;
  }

  /** Makes one row of a type primary, and lets it feed the parent's column. */
  void rowSaved(Save save, Row row) {
    Row owner = owner(save, row);
    if (owner == null || !Boolean.TRUE.equals(row.get("Primary"))) {
      return;
    }
    demoteOthers(save, owner, row);
    feed(save, owner, row, row.text("Number"));
  }

  /** Lets the next row of the type become primary, or empties the parent's column. */
  void rowDeleted(Save save, Row row) {
    Row owner = owner(save, row);
    if (owner == null || !Boolean.TRUE.equals(row.get("Primary"))) {
      return;
    }
    List<Row> left = rows(save, owner, row.get("CommunicationTypeId"));
    if (left.isEmpty()) {
      feed(save, owner, row, "");
    } else {
      Row next = save.update(left.get(0), Map.of("Primary", true), true);
      feed(save, owner, next, next.text("Number"));
    }
  }

  private void followColumn(Save save, Row owner, UUID type, String old, String now) {
    List<Row> rows = rows(save, owner, type);
    Row same = withNumber(rows, now);
    Row former = withNumber(rows, old);
    if (now.isEmpty()) {
      if (former != null) {
        save.delete(former, true);
      }
    } else if (same != null) {
      demoteOthers(save, owner, save.update(same, Map.of("Primary", true), true));
    } else if (former != null) {
      Map<String, Object> changes = number(now);
      demoteOthers(save, owner, save.update(former, changes, true));
    } else {
      insertRow(save, owner, type, now);
    }
  }

  private void insertRow(Save save, Row owner, UUID type, String now) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(number(now));
    values.put(parent + "Id", owner.get("Id"));
    values.put("CommunicationTypeId", type);
    demoteOthers(save, owner, save.insert(save.table(set), values, true));
  }

  private static Map<String, Object> number(String now) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Number", now);
    values.put("SearchNumber", searchNumber(now));
    values.put("Primary", true);
    return values;
  }

  private void demoteOthers(Save save, Row owner, Row primary) {
    for (Row other : rows(save, owner, primary.get("CommunicationTypeId"))) {
      if (!other.key().equals(primary.key()) && Boolean.TRUE.equals(other.get("Primary"))) {
        save.update(other, Map.of("Primary", false), true);
      }
    }
  }

  private void feed(Save save, Row owner, Row row, String number) {
    String column = columns.get((UUID) row.get("CommunicationTypeId"));
    if (column != null && !owner.text(column).equals(number)) {
      save.update(owner, Map.of(column, number), true);
    }
  }

  private boolean isFirst(Save save, Map<String, Object> sent) {
    Table table = save.table(set);
    Object owner = sent.get(parent + "Id");
    Object type = sent.get("CommunicationTypeId");
    return owner != null
        && type != null
        && table.equal(parent + "Id", owner).stream()
            .noneMatch(row -> type.equals(row.get("CommunicationTypeId")));
  }

  private @Nullable Row owner(Save save, Row row) {
    return save.table(parent).find(row.text(parent + "Id"));
  }

  private List<Row> rows(Save save, Row owner, @Nullable Object type) {
    return save.children(set, parent + "Id", owner).stream()
        .filter(row -> row.get("CommunicationTypeId") instanceof UUID id && id.equals(type))
        .toList();
  }

  private static @Nullable Row withNumber(List<Row> rows, String number) {
    for (Row row : rows) {
      if (!number.isEmpty() && row.text("Number").equals(number)) {
        return row;
      }
    }
    return null;
  }

  // Phones are searched from their end, so that prefixes do not matter.
  static String searchNumber(String number) {
    String digits = number.replaceAll("\\D", "");
    boolean phone = number.matches("[-+ ()./\\d]{5,}");
    return phone ? new StringBuilder(digits).reverse().toString() : number;
  }

  private static Map<UUID, String> ordered(Object... pairs) {
    Map<UUID, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((UUID) pairs[i], (String) pairs[i + 1]);
    }
    return map;
  }
}
