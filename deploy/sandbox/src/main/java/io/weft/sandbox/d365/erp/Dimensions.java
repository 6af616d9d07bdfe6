package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a default dimension string against the active integration format and the values. */
final class Dimensions {
  private static final String FORMATS = "DimensionIntegrationFormats";

  private final Erp erp;

  Dimensions(Erp erp) {
    this.erp = erp;
  }

  /** Returns what is wrong with a string, in the words of an Infolog; nothing if it is good. */
  Optional<String> problem(String company, String display) {
    Row format = activeFormat();
    if (format == null) {
      return Optional.of(
          "No active financial dimension format is set up for integrating applications.");
    }
    List<String> names = List.of(format.text("FinancialDimensionFormat").split("-", -1));
    List<String> values = List.of(display.split("-", -1));
    if (names.size() != values.size()) {
      return Optional.of(
          "The value '%s' does not match the financial dimension format '%s'."
              .formatted(display, format.text("FinancialDimensionFormat")));
    }
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty() && !exists(company, names.get(i), values.get(i))) {
        return Optional.of(
            "The value '%s' in field '%s' is not found in the related table 'Financial dimension values'."
                .formatted(values.get(i), names.get(i)));
      }
    }
    return Optional.empty();
  }

  private @Nullable Row activeFormat() {
    return erp.table(FORMATS).rows().stream()
        .filter(row -> row.text("IsActive").equals("Yes"))
        .filter(row -> row.text("DimensionFormatType").equals("DataEntityDefaultDimensionFormat"))
        .findFirst()
        .orElse(null);
  }

  private boolean exists(String company, String dimension, String value) {
    Table values = erp.table("FinancialDimensionValues");
    Row shared = values.find((dimension + "||" + value));
    Row row = shared != null ? shared : values.find(dimension + "|" + company + "|" + value);
    return row != null && !row.text("IsSuspended").equals("Yes");
  }
}
