package io.weft.activities.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A person's name in its normal form: without case, accents, hyphens and what else people write in
 * different ways.
 */
public final class PersonName {
  private final List<String> given;
  private final List<String> last;

  private PersonName(List<String> given, List<String> last) {
    this.given = given;
    this.last = last;
  }

  /** How two names relate. */
  public enum Relation {
    /** The same first and last name. */
    SAME,
    /** One may be the other: initials, a middle name, another order, a slip of the pen. */
    SIMILAR,
    /** The same last name with another first name, or the other way round. */
    PARTLY,
    /** Nothing in common. */
    OTHER,
    /** One of the two has no name. */
    UNKNOWN
  }

  /**
   * Reads a name.
   *
   * @param whole the name in one piece, taken where there is neither first nor last name
   */
  public static PersonName of(String first, String last, String whole) {
    List<String> words = PlainText.words(whole);
    if (!first.isBlank() || !last.isBlank() || words.isEmpty()) {
      return new PersonName(PlainText.words(first), PlainText.words(last));
    }
    int end = words.size() - 1;
    return new PersonName(words.subList(0, end), words.subList(end, words.size()));
  }

  /** Its words, from which a namesake is found. */
  public Set<String> words() {
    Set<String> words = new LinkedHashSet<>(last);
    words.addAll(given);
    return words;
  }

  /** What another name is to this one; the same from either side. */
  public Relation to(PersonName other) {
    if (words().isEmpty() || other.words().isEmpty()) {
      return Relation.UNKNOWN;
    }
    boolean sameGiven = !given.isEmpty() && compact(given).equals(compact(other.given));
    boolean sameLast = !last.isEmpty() && compact(last).equals(compact(other.last));
    if (sameGiven && sameLast) {
      return Relation.SAME;
    }
    boolean similar =
        (sameLast && mayBeGiven(given, other.given))
            || (sameGiven && mayBeLast(last, other.last))
            || sorted().equals(other.sorted());
    if (similar) {
      return Relation.SIMILAR;
    }
    return sameGiven || sameLast ? Relation.PARTLY : Relation.OTHER;
  }

  private static String compact(List<String> words) {
    return String.join("", words);
  }

  private List<String> sorted() {
    List<String> all = new ArrayList<>(given);
    all.addAll(last);
    return all.stream().sorted().toList();
  }

  /** A first name that is missing, shortened to its letter, with a second one, or misspelt. */
  private static boolean mayBeGiven(List<String> one, List<String> other) {
    return one.isEmpty()
        || other.isEmpty()
        || isPart(one, other)
        || isInitial(one.get(0), other.get(0))
        || Similar.words(compact(one), compact(other));
  }

  private static boolean mayBeLast(List<String> one, List<String> other) {
    return one.isEmpty()
        || other.isEmpty()
        || isPart(one, other)
        || Similar.words(compact(one), compact(other));
  }

  private static boolean isPart(List<String> one, List<String> other) {
    return one.containsAll(other) || other.containsAll(one);
  }

  private static boolean isInitial(String one, String other) {
    boolean letter = one.length() == 1 || other.length() == 1;
    return letter && one.charAt(0) == other.charAt(0);
  }
}
