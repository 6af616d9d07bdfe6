package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import io.weft.sandbox.d365.schema.EntitySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads default dimension strings by the tenant's active format, and checks their values. */
public final class Dimensions {
  /** The set of formats. */
  public static final String FORMATS = "DimensionIntegrationFormats";

  /** The set whose one row holds the delimiter. */
  public static final String PARAMETERS = "DimensionParameters";

  /** The sort of format that default dimensions use. */
  public static final String DEFAULT_FORMAT = "DataEntityDefaultDimensionFormat";

  // Days are stored as noon: a day lasts half a day either way.
  private static final long HALF_A_DAY = 43_200;

  private final Erp erp;

  /** Takes the tenant whose set-up counts. */
  public Dimensions(Erp erp) {
    this.erp = erp;
  }

  /** Returns the mark that a delimiter's name stands for. */
  public static String mark(String delimiter) {
    return switch (delimiter) {
      case "Period" -> ".";
      case "Underscore" -> "_";
      case "Bar" -> "|";
      case "Tilde" -> "~";
      default -> "-";
    };
  }

  /** Returns the mark between values at this moment. */
  public String mark() {
    Row parameters = erp.table(PARAMETERS).rows().stream().findFirst().orElse(null);
    return mark(parameters == null ? "" : parameters.text("DimensionSegmentDelimiter"));
  }

  /** Returns the names of the active format, in order; nothing where none is active. */
  public List<String> layout() {
    Row format = activeFormat();
    return format == null ? List.of() : split(format.text("FinancialDimensionFormat"), mark());
  }

  /** Returns the parts between marks, empty ones too. */
  public static List<String> split(String text, String mark) {
    return List.of(text.split(Pattern.quote(mark), -1));
  }

  /**
   * Checks the value of a field.
   *
   * @throws Refusal if its layout or a value is wrong
   */
  public void check(EntitySet set, String company, String field, String display) {
    Optional<String> problem = problem(company, display);
    if (problem.isPresent()) {
      throw Refusal.field(set, field, problem.get());
    }
  }

  /** Returns the first string with its empty positions taken from the second. */
  public String merged(String first, String second) {
    Map<String, String> values = values(second);
    values.putAll(values(first));
    return values.isEmpty() ? "" : text(values);
  }

  /** Returns the values that a string holds, by name; empty positions are left out. */
  public Map<String, String> values(String display) {
    List<String> names = layout();
    List<String> parts = split(display, mark());
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size() && i < parts.size(); i++) {
      if (!parts.get(i).isEmpty()) {
        values.put(names.get(i), parts.get(i));
      }
    }
    return values;
  }

  /** Returns values in the active layout. */
  public String text(Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    layout().forEach(name -> parts.add(values.getOrDefault(name, "")));
    return String.join(mark(), parts);
  }

  /** Returns what is wrong with a string, in the words of an Infolog; nothing if it is good. */
  Optional<String> problem(String company, String display) {
    if (display.isEmpty()) {
      return Optional.empty();
    }
    Row format = activeFormat();
    if (format == null) {
      return Optional.of(
          "No active financial dimension format is set up for integrating applications.");
    }
    List<String> names = layout();
    List<String> values = split(display, mark());
    if (names.size() != values.size()) {
      return Optional.of(
          "The value '%s' does not match the financial dimension format '%s'."
              .formatted(display, format.text("FinancialDimensionFormat")));
    }
    for (int i = 0; i < names.size(); i++) {
      Optional<String> problem = valueProblem(company, names.get(i), values.get(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> valueProblem(String company, String dimension, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Row row = find(company, dimension, value);
    if (row == null) {
      return Optional.of(
          "The value '%s' in field '%s' is not found in the related table 'Financial dimension values'."
              .formatted(value, dimension));
    }
    if (row.text("IsSuspended").equals("Yes")) {
      return Optional.of(
          "The value '%s' of dimension '%s' is suspended.".formatted(value, dimension));
    }
    return isActive(row)
        ? Optional.empty()
        : Optional.of(
            "The value '%s' of dimension '%s' is not active on this date."
                .formatted(value, dimension));
  }

  private boolean isActive(Row row) {
    Instant now = erp.site().world().now(Erp.SYSTEM);
    return isPastOrEmpty(row, "ActiveFrom", now) && !isOver(row, now);
  }

  private static boolean isPastOrEmpty(Row row, String name, Instant now) {
    return !(row.own().get(name) instanceof Instant day)
        || !day.isAfter(now.plusSeconds(HALF_A_DAY));
  }

  private static boolean isOver(Row row, Instant now) {
    return row.own().get("ActiveTo") instanceof Instant day
        && day.isBefore(now.minusSeconds(HALF_A_DAY));
  }

  private @Nullable Row activeFormat() {
    return erp.table(FORMATS).rows().stream()
        .filter(row -> row.text("IsActive").equals("Yes"))
        .filter(row -> row.text("DimensionFormatType").equals(DEFAULT_FORMAT))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Row find(String company, String dimension, String value) {
    Table values = erp.table("FinancialDimensionValues");
    Row shared = values.find(Keys.of(dimension, "", value));
    return shared != null ? shared : values.find(Keys.of(dimension, company, value));
  }
}
