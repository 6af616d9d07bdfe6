package io.weft.sandbox.d365.erp.party;

import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.regex.Pattern;

/** What counts as an e-mail address. */
final class EmailAddress {
  private static final Pattern FORM = Pattern.compile("[^@\\s,;]+@[^@\\s,;.]+(\\.[^@\\s,;.]+)+");

  private EmailAddress() {}

  /**
   * Checks a field; empty passes.
   *
   * @throws Refusal unless it is an address
   */
  static void check(EntitySet set, String field, String value) {
    if (!value.isEmpty() && !FORM.matcher(value).matches()) {
      throw Refusal.field(set, field, "The email address '%s' is not valid.".formatted(value));
    }
  }
}
