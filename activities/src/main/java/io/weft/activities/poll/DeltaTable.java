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
    return new DeltaTable(
        "mserp_custcustomerv3entities",
        "mserp_custcustomerv3entityid",
        "mserp_dataareaid",
        "mserp_customeraccount");
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
