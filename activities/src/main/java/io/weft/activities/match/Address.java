package io.weft.activities.match;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a company is, in normal form; "" for what is not known.
 *
 * @param street the street's name, without its number and without its kind (road, Platz)
 * @param house the number's digits
 */
record Address(String street, String house, String zip, String city) {
  private static final Map<String, List<String>> LISTS = WordList.read("streets");
  private static final Set<String> KINDS = words("kind");
  private static final Set<String> FILLERS = words("filler");
  private static final Set<String> BOXES = words("box");
  private static final Set<String> ENDINGS = words("ending");

  static Address of(String street, String zip, String city, String country) {
    List<String> words = PlainText.words(street);
    String line = " " + String.join(" ", words) + " ";
    boolean box = BOXES.stream().anyMatch(name -> line.contains(" " + name + " "));
    return new Address(
        box ? "" : name(words), box ? "" : house(words), zip(zip, country), City.normal(city));
  }

  private static Set<String> words(String list) {
    Set<String> words = new TreeSet<>();
    LISTS.getOrDefault(list, List.of()).forEach(word -> words.add(PlainText.joined(word)));
    return words;
  }

  /** A street that is called by nothing but its kind keeps it. */
  private static String name(List<String> words) {
    List<String> named = words.stream().filter(word -> !hasDigit(word)).toList();
    List<String> own =
        named.stream().filter(word -> !KINDS.contains(word) && !FILLERS.contains(word)).toList();
    return String.join(
        "", (own.isEmpty() ? named : own).stream().map(Address::bare).sorted().toList());
  }

  private static String bare(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() > ending.length() + 2) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String house(List<String> words) {
    for (String word : words) {
      if (Character.isDigit(word.charAt(0))) {
        return word.replaceFirst("\\D.*$", "");
      }
    }
    return "";
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  /** Without the country before a hyphen; of an American nine the first five. */
  private static String zip(String zip, String country) {
    String bare = zip.strip().toUpperCase(Locale.ROOT).replaceFirst("^[A-Z]{1,3}-(?=\\d)", "");
    String plain = bare.replaceAll("[^0-9A-Z]", "");
    return country.equals("US") && plain.length() == 9 ? plain.substring(0, 5) : plain;
  }

  /** Whether both name a street and a number. */
  boolean canCompare(Address other) {
    return isWhole() && other.isWhole();
  }

  private boolean isWhole() {
    return !street.isEmpty() && !house.isEmpty();
  }

  /** Whether both are one house in one place. */
  boolean same(Address other) {
    return canCompare(other)
        && house.equals(other.house)
        && street.charAt(0) == other.street.charAt(0)
        && Similar.words(street, other.street)
        && samePlace(other);
  }

  private boolean samePlace(Address other) {
    return sameZip(other) || City.same(city, other.city);
  }

  boolean sameZip(Address other) {
    return !zip.isEmpty() && zip.equals(other.zip);
  }
}
