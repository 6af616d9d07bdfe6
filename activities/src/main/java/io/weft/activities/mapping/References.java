package io.weft.activities.mapping;

import io.weft.activities.mapping.Translation.Refusal;
import io.weft.activities.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of Creatio look-ups to D365's codes and back. */
final class References {
  private References() {}

  /** D365's code for a row; the value map, by the row's key, comes before its form. */
  static String key(Reference reference, Value value, @Nullable ValueMap values, LookUps lookUps)
      throws Refusal {
    if (!(value instanceof Value.Reference)) {
      return coded(reference, value.text(), values)
          .orElseThrow(() -> refused(reference, value.text(), "is not mapped"));
    }
    LookUps.Entry row =
        lookUps
            .byId(reference.table(), value.text())
            .orElseThrow(() -> refused(reference, value.text(), "is not there"));
    String named = "";
    for (String column : reference.by()) {
      String text = row.column(column).strip();
      Optional<String> code = text.isEmpty() ? Optional.empty() : coded(reference, text, values);
      if (code.isPresent()) {
        return code.get();
      }
      named = text.isEmpty() ? named : text;
    }
    String shown = named.isEmpty() ? value.text() : named;
    throw refused(reference, shown, named.isEmpty() ? "has no code" : "is not mapped");
  }

  private static Optional<String> coded(
      Reference reference, String text, @Nullable ValueMap values) {
    if (values != null) {
      Optional<String> mapped = values.mapped(text);
      if (mapped.isPresent() || !values.passOthers()) {
        return mapped;
      }
    }
    return reference.form() == Reference.Form.ISO3 ? Countries.iso3(text) : Optional.of(text);
  }

  /** The row that a word or code means. */
  static Value row(Reference reference, String text, LookUps lookUps) throws Refusal {
    for (String column : reference.by()) {
      for (String spelling : spellings(reference, text)) {
        List<LookUps.Entry> rows = lookUps.byColumn(reference.table(), column, spelling);
        if (rows.size() == 1) {
          return new Value.Reference(rows.get(0).id());
        }
        if (rows.size() > 1) {
          throw ambiguous(reference, text, rows.size());
        }
      }
    }
    throw refused(reference, text, "is not there");
  }

  private static List<String> spellings(Reference reference, String text) {
    if (reference.form() == Reference.Form.ISO3) {
      return Countries.iso2(text).map(two -> List.of(text, two)).orElse(List.of(text));
    }
    return List.of(text);
  }

  private static Refusal refused(Reference reference, String text, String what) {
    return new Refusal(
        new Translated.Refused(
            Translated.Why.UNKNOWN_CODE,
            text,
            what + " in the look-up " + reference.table(),
            "Complete the look-up row in Creatio, or add the value to the value map"));
  }

  private static Refusal ambiguous(Reference reference, String text, int rows) {
    return new Refusal(
        new Translated.Refused(
            Translated.Why.AMBIGUOUS,
            text,
            "stands for " + rows + " rows of the look-up " + reference.table(),
            "Remove the doubled rows in Creatio, or map the value to one of them"));
  }
}
