package io.weft.activities.match;

import java.util.Locale;

/** What others need of the normal forms. */
public final class NormalForm {
  private NormalForm() {}

  /**
   * A company's name: no legal form, case, accents, punctuation or word order; Latin letters;
   * abbreviations in full. Two companies may share one, so it is never enough by itself.
   */
  public static String name(String name) {
    return CompanyName.of(name).sorted();
  }

  /** An e-mail address in lower case; "" for what is none. */
  public static String email(String email) {
    String plain = email.strip().toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
    return plain.indexOf('@') < 1 ? "" : plain;
  }
}
