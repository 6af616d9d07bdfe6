package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.rule.DimensionValue;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What D365 says of financial dimensions, read anew each time: the doctor must not see what an
 * order's look-ups still remember. Reads only.
 */
final class DimensionRows {
  static final String FORMATS = "DimensionIntegrationFormats";
  static final String VALUES = "FinancialDimensionValues";

  private static final String FORMAT_TYPE = "DataEntityDefaultDimensionFormat";

  private final D365Client client;

  DimensionRows(D365Client client) {
    this.client = client;
  }

  /** The active format of default dimensions, as D365 shows it; empty if none is active. */
  Optional<String> activeFormat() {
    Columns columns = Columns.of("DimensionFormatType", "FinancialDimensionFormat", "IsActive");
    return client.query(FORMATS, D365Query.of(columns)).rows().stream()
        .filter(row -> FORMAT_TYPE.equals(row.text("DimensionFormatType")))
        .filter(row -> "Yes".equals(row.text("IsActive")))
        .map(row -> text(row, "FinancialDimensionFormat"))
        .findFirst();
  }

  /** The delimiter's name; Hyphen where D365 has no parameters. */
  String delimiter() {
    String column = "DimensionSegmentDelimiter";
    return client.query("DimensionParameters", D365Query.of(Columns.of(column))).rows().stream()
        .map(row -> text(row, column))
        .findFirst()
        .filter(name -> !name.isEmpty())
        .orElse("Hyphen");
  }

  /** All values of a dimension, over all legal entities. */
  List<DimensionValue> values(String dimension) {
    D365Query query =
        D365Query.of(
                Columns.of(
                    "FinancialDimension",
                    "LegalEntityId",
                    "DimensionValue",
                    "IsSuspended",
                    "ActiveFrom",
                    "ActiveTo"))
            .where(D365Filter.equal("FinancialDimension", dimension))
            .orderBy("DimensionValue");
    List<DimensionValue> all = new ArrayList<>();
    Page page = client.query(VALUES, query);
    page.rows().forEach(row -> all.add(value(row)));
    for (String next = page.next(); next != null; next = page.next()) {
      page = client.next(VALUES, next);
      page.rows().forEach(row -> all.add(value(row)));
    }
    return all;
  }

  private static DimensionValue value(Row row) {
    String company = text(row, "LegalEntityId");
    return new DimensionValue(
        text(row, "FinancialDimension"),
        company.isBlank() ? null : new LegalEntity(company),
        text(row, "DimensionValue"),
        "Yes".equals(row.text("IsSuspended")),
        day(row.get("ActiveFrom")),
        day(row.get("ActiveTo")));
  }

  private static String text(Row row, String column) {
    String text = row.text(column);
    return text == null ? "" : text;
  }

  private static @Nullable LocalDate day(@Nullable Object wire) {
    return D365Values.read(Type.DATE, wire) instanceof Value.Day day ? day.day() : null;
  }
}
