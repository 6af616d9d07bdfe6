package io.weft.activities.match;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A phone number in its normal form, without extension.
 *
 * @param international its digits from the country's code on; "" if the country is not known
 * @param digits its digits without the zeros or the plus of a call from elsewhere
 */
public record Phone(String international, String digits) {
  /** By how many digits two numbers end alike that may be one. */
  static final int ALIKE = 7;

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** Reads a number as it is dialled in a country, given by its code of two letters. */
  public static Phone of(String text, String country) {
    if (text.isBlank()) {
      return new Phone("", "");
    }
    String plain = text.replace("(0)", "");
    String international = international(plain, country.length() == 2 ? country : "ZZ");
    return new Phone(international, international.isEmpty() ? digits(plain) : international);
  }

  private static String international(String text, String region) {
    try {
      PhoneNumber number = NUMBERS.parse(dialled(text), region);
      return NUMBERS.isPossibleNumber(number)
          ? NUMBERS.format(number, PhoneNumberFormat.E164).substring(1)
          : "";
    } catch (NumberParseException e) {
      return "";
    }
  }

  /** Two zeros are the plus in most countries; who means an area writes one. */
  private static String dialled(String text) {
    String stripped = text.strip();
    return stripped.startsWith("00") ? "+" + stripped.substring(2) : stripped;
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  /** Whether there is enough of it to tell somebody by. */
  public boolean isKnown() {
    return digits.length() >= ALIKE && digits.chars().distinct().count() > 1;
  }

  /** Whether both are known and one, be it with or without the country's code. */
  public boolean same(Phone other) {
    if (!isKnown() || !other.isKnown()) {
      return false;
    }
    if (!international.isEmpty() && !other.international.isEmpty()) {
      return international.equals(other.international);
    }
    String longer = digits.length() >= other.digits.length() ? digits : other.digits;
    String shorter = longer.equals(digits) ? other.digits : digits;
    return longer.length() - shorter.length() <= 3 && longer.endsWith(shorter);
  }

  /** What numbers that may be one end with; only for one that is known. */
  public String end() {
    return digits.substring(digits.length() - ALIKE);
  }
}
