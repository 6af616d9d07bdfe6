package io.weft.activities.poll;

import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A virtual table of Dataverse, as far as a feed reads it: who changed, not how.
 *
 * <p>Source: Microsoft Learn, "Virtual entities for finance and operations apps".
 *
 * @param set the entity set
 * @param guid the row's id, the only thing a deletion shows
 * @param company the legal entity's column
 * @param key the business key's column
 */
public record DeltaTable(String set, String guid, String company, String key) {
  /** Customers under their standard names. */
  public static DeltaTable customers() {
    return of("mserp_custcustomerv3entities", "CustomerAccount");
  }

  /**
   * A table by the names that Dataverse derives: the id of a row from the table's own name, a
   * column from the field's.
   *
   * @param set for example {@code mserp_custcustomerv3entities}
   * @param key the field of F&amp;O that names a record within its legal entity
   */
  public static DeltaTable of(String set, String key) {
    String name = set.toLowerCase(Locale.ROOT);
    String one = name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y" : name;
    return new DeltaTable(
        name, one + "id", "mserp_dataareaid", "mserp_" + key.toLowerCase(Locale.ROOT));
  }

  /** The columns of a feed. */
  public Columns columns() {
    return Columns.of(guid, company, key);
  }

  @Nullable String guid(Row row) {
    return lower(row.text(guid));
  }

  @Nullable String company(Row row) {
    return lower(row.text(company));
  }

  @Nullable String key(Row row) {
    String text = row.text(key);
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.toLowerCase(Locale.ROOT);
  }
}
