package io.weft.workflows.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A company of the ERP, by its {@code dataAreaId}: one to four letters or digits, kept in lower
 * case because D365 compares without case and answers in lower case.
 */
public record LegalEntity(@JsonValue String id) implements Comparable<LegalEntity> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,4}");

  @JsonCreator
  public LegalEntity {
    id = id.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "legal entity '" + id + "': one to four letters or digits expected");
    }
  }

  @Override
  public int compareTo(LegalEntity other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
