package io.weft.activities.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys by which candidates are found, so that nobody compares all with all: two records that
 * are not {@link Grade#NONE} to each other share at least one key.
 *
 * <p>A key that more than {@link #MOST} records of a side carry finds nothing and is left out by
 * whoever joins by keys: the name of thousands of companies, the phone of an office building. What
 * is lost by it are pairs that share nothing rarer; pairs of one name in one city, of one e-mail,
 * phone, number or address have keys of their own. The joiner counts such keys and reports them.
 */
public final class Blocking {
  /** The most records of a side that a key may find. */
  public static final int MOST = 100;

  private static final int STEMS = 3;
  private static final int END = 4;

  private Blocking() {}

  /** The keys of a record: about a dozen short texts, each once, in a fixed order. */
  public static List<String> keys(Profile profile) {
    return keys(Traits.of(profile));
  }

  /** The keys of a record: about a dozen short texts, each once, in a fixed order. */
  public static List<String> keys(Traits traits) {
    Set<String> keys = new TreeSet<>();
    add(keys, "c", traits.customerNumber());
    add(keys, "t", traits.taxNumber().number());
    add(keys, "m", traits.email());
    traits.domains().forEach(domain -> add(keys, "d", domain));
    add(keys, "p", traits.phone().isKnown() ? traits.phone().end() : "");
    addAddress(keys, traits.address());
    addName(keys, traits);
    return List.copyOf(keys);
  }

  /** The same keys as numbers, from which nobody reads a company: for a table to join by. */
  public static List<Long> hashes(Traits traits) {
    return keys(traits).stream().map(Blocking::hash).toList();
  }

  /** Where most records are that share a key with this one: its city, as a number. */
  public static long home(Traits traits) {
    return hash("h:" + City.head(traits.address().city()));
  }

  /** A key as a number that stays the same for ever. */
  public static long hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      long hash = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        hash = hash << 8 | (digest[i] & 0xff);
      }
      return hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void add(Set<String> keys, String kind, String value) {
    if (!value.isEmpty()) {
      keys.add(kind + ":" + value);
    }
  }

  /** The same house has the same number, in the same postal code or city. */
  private static void addAddress(Set<String> keys, Address address) {
    if (!address.house().isEmpty() && !address.street().isEmpty()) {
      String street = address.street();
      String ends = street.charAt(0) + address.house();
      add(keys, "z", address.zip().isEmpty() ? "" : address.zip() + "|" + ends);
      add(keys, "s", address.city().isEmpty() ? "" : City.head(address.city()) + "|" + ends);
    }
  }

  private static void addName(Set<String> keys, Traits traits) {
    if (traits.name().isEmpty()) {
      return;
    }
    String letters = letters(traits.name().compact().text());
    String city = City.head(traits.address().city());
    add(keys, "n", letters);
    if (!city.isEmpty()) {
      add(keys, "e", letters + "|" + city);
      traits.stems().forEach(stem -> add(keys, "w", stem + "|" + city));
    }
  }

  /**
   * A name's letters in order: the same for the same words in whatever order, apart or together.
   */
  private static String letters(String compact) {
    StringBuilder sorted = new StringBuilder();
    compact.chars().sorted().forEach(c -> sorted.append((char) c));
    return sorted.toString();
  }

  /** The words that find a company, and how the longest of them begins and ends. */
  static Set<String> stems(CompanyName name) {
    List<String> telling =
        name.texts().stream().filter(word -> !Vocabulary.isCommon(word)).distinct().toList();
    List<String> words =
        (telling.isEmpty() ? name.texts() : telling)
            .stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                .limit(STEMS)
                .toList();
    Set<String> stems = new TreeSet<>(words);
    words.stream()
        .findFirst()
        .filter(word -> word.length() > END)
        .ifPresent(
            word -> {
              stems.add(word.substring(0, END) + "*");
              stems.add("*" + word.substring(word.length() - END));
            });
    return new TreeSet<>(stems);
  }
}
