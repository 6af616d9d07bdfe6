package io.weft.activities.order;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.D365Values;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.lookup.Kept;
import io.weft.activities.rule.DimensionCheck;
import io.weft.activities.rule.DimensionLayout;
import io.weft.activities.rule.DimensionValue;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Type;
import io.weft.activities.value.Value;
import io.weft.workflows.record.LegalEntity;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What D365 says of a legal entity that orders depend on: the active dimension format, dimension
 * values, the sites of warehouses. Read when asked for and kept for some minutes, so that a change
 * is known soon. Thread-safe.
 */
final class OrderLookUps {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /**
   * A text laid out by an old layout of the same length would put values in the wrong places, and
   * nobody could see it: so short, and yet not read for every order.
   */
  private static final Duration LIFE_OF_LAYOUT = Duration.ofSeconds(5);

  private static final String FORMAT_TYPE = "DataEntityDefaultDimensionFormat";

  private final D365Client client;
  private final ZoneId zone;
  private final Clock clock;
  private final LegalEntity legalEntity;
  private final Kept<String, Optional<DimensionLayout>> layouts;
  private final Kept<String, List<DimensionValue>> values;
  private final Kept<String, Optional<String>> sites;

  OrderLookUps(D365Client client, LegalEntity legalEntity, ZoneId zone, Clock clock) {
    this.client = client;
    this.zone = zone;
    this.clock = clock;
    this.legalEntity = legalEntity;
    this.layouts = new Kept<>(clock, LIFE_OF_LAYOUT, 10);
    this.values = new Kept<>(clock, LIFE, 100);
    this.sites = new Kept<>(clock, LIFE, 1_000);
  }

  LegalEntity legalEntity() {
    return legalEntity;
  }

  /** The day that it is in the legal entity. */
  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /** The active layout; empty if D365 has none set up. Read anew if {@code fresh}. */
  Optional<DimensionLayout> layout(boolean fresh) {
    return layouts.get("", fresh ? Duration.ZERO : LIFE_OF_LAYOUT, k -> fetchLayout());
  }

  private Optional<DimensionLayout> fetchLayout() {
    Columns columns = Columns.of("DimensionFormatType", "FinancialDimensionFormat", "IsActive");
    for (Row row : client.query("DimensionIntegrationFormats", D365Query.of(columns)).rows()) {
      boolean ours = FORMAT_TYPE.equals(row.text("DimensionFormatType"));
      if (ours && "Yes".equals(row.text("IsActive"))) {
        String format = String.valueOf(row.text("FinancialDimensionFormat"));
        return Optional.of(DimensionLayout.of(format, delimiter()));
      }
    }
    return Optional.empty();
  }

  private String delimiter() {
    Columns columns = Columns.of("DimensionSegmentDelimiter");
    List<Row> rows = client.query("DimensionParameters", D365Query.of(columns)).rows();
    String name = rows.isEmpty() ? null : rows.get(0).text("DimensionSegmentDelimiter");
    return name == null ? "Hyphen" : name;
  }

  /** What D365 knows of a dimension. */
  DimensionCheck values(String dimension) {
    return new DimensionCheck(values.get(dimension, this::fetchValues));
  }

  private List<DimensionValue> fetchValues(String dimension) {
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
    Page page = client.query("FinancialDimensionValues", query);
    page.rows().forEach(row -> all.add(value(row)));
    while (page.next() != null) {
      page = client.next("FinancialDimensionValues", page.next());
      page.rows().forEach(row -> all.add(value(row)));
    }
    return all;
  }

  private static DimensionValue value(Row row) {
    String company = row.text("LegalEntityId");
    return new DimensionValue(
        String.valueOf(row.text("FinancialDimension")),
        company == null || company.isBlank() ? null : new LegalEntity(company),
        String.valueOf(row.text("DimensionValue")),
        "Yes".equals(row.text("IsSuspended")),
        day(row.get("ActiveFrom")),
        day(row.get("ActiveTo")));
  }

  private static @Nullable LocalDate day(@Nullable Object wire) {
    return D365Values.read(Type.DATE, wire) instanceof Value.Day day ? day.day() : null;
  }

  /** The site of a warehouse of this legal entity; empty if there is no such warehouse. */
  Optional<String> site(String warehouse) {
    return sites.get(warehouse, this::fetchSite);
  }

  private Optional<String> fetchSite(String warehouse) {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal("dataAreaId", legalEntity.id()),
            D365Filter.equal("WarehouseId", warehouse));
    D365Query query = D365Query.of(Columns.of("OperationalSiteId")).where(filter).top(1);
    return client.query("Warehouses", query).rows().stream()
        .map(row -> String.valueOf(row.text("OperationalSiteId")))
        .findFirst();
  }

  /** The dimensions that a customer carries, as D365 writes them; "" for none. */
  String customerDimensions(String customer) {
    D365Filter filter =
        D365Filter.all(
            D365Filter.equal("dataAreaId", legalEntity.id()),
            D365Filter.equal("CustomerAccount", customer));
    D365Query query = D365Query.of(Columns.of("DefaultDimensionDisplayValue")).where(filter).top(1);
    return client.query("CustomersV3", query).rows().stream()
        .map(row -> row.text("DefaultDimensionDisplayValue"))
        .map(text -> text == null ? "" : text)
        .findFirst()
        .orElse("");
  }
}
