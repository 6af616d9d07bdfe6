package io.weft.activities.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names, phones, addresses and numbers without what people write in different ways. */
public final class NormalForm {
  private NormalForm() {}

  /**
   * A company's name: no legal form, case, accents, punctuation or word order. Two companies may
   * share one, so it is never enough by itself.
   */
  public static String name(String name) {
    List<String> words = words(name);
    List<String> rest = LegalForms.without(words);
    return String.join(" ", (rest.isEmpty() ? words : rest).stream().sorted().toList());
  }

  static List<String> words(String text) {
    String plain = plain(text);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (!joins(plain, i)) {
        end(word, words);
      }
    }
    end(word, words);
    return words;
  }

  /** Whether the sign belongs inside a word: O'Neil, and the dots of S.A. or G.m.b.H. */
  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '’') {
      return true;
    }
    boolean single = at > 0 && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    boolean more = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    return (c == '.' || c == '/') && single && more;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Lower case without accents; letters of other scripts stay. */
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    for (char c : Normalizer.normalize(lower, Normalizer.Form.NFD).toCharArray()) {
      switch (c) {
        case 'ß' -> plain.append("ss");
        case 'æ' -> plain.append("ae");
        case 'œ' -> plain.append("oe");
        case 'ø' -> plain.append('o');
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'þ' -> plain.append("th");
        case 'ı' -> plain.append('i');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }

  /** A phone number's digits, without the zeros or the plus of an international call. */
  public static String phone(String phone) {
    StringBuilder digits = new StringBuilder();
    phone
        .replace("(0)", "")
        .chars()
        .filter(c -> c >= '0' && c <= '9')
        .forEach(c -> digits.append((char) c));
    String all = digits.toString();
    return all.startsWith("00") ? all.substring(2) : all;
  }

  /** Whether two phone numbers are one, be it with or without the country's prefix. */
  public static boolean samePhone(String left, String right) {
    String a = national(phone(left));
    String b = national(phone(right));
    String longer = a.length() >= b.length() ? a : b;
    String shorter = a.length() >= b.length() ? b : a;
    boolean prefix = longer.length() - shorter.length() <= 3;
    return shorter.length() >= 7 && prefix && longer.endsWith(shorter);
  }

  private static String national(String digits) {
    return digits.startsWith("0") ? digits.substring(1) : digits;
  }

  /** An e-mail address in lower case. */
  public static String email(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** The domain of an e-mail address; "" for one that anybody may have. */
  public static String companyDomain(String email) {
    String normal = email(email);
    String domain = normal.substring(normal.lastIndexOf('@') + 1);
    return normal.indexOf('@') < 1 || FreeMail.DOMAINS.contains(domain) ? "" : domain;
  }

  /** A tax number's letters and digits. */
  public static String taxNumber(String number) {
    StringBuilder plain = new StringBuilder();
    number
        .toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** Whether two tax numbers are one, be it with or without the country's letters. */
  public static boolean sameTaxNumber(String left, String right) {
    String a = taxNumber(left);
    String b = taxNumber(right);
    return a.length() >= 5
        && b.length() >= 5
        && (a.equals(b) || bare(a).equals(b) || bare(b).equals(a));
  }

  private static String bare(String number) {
    boolean letters =
        number.length() > 4
            && Character.isLetter(number.charAt(0))
            && Character.isLetter(number.charAt(1));
    return letters ? number.substring(2) : number;
  }
}
