package io.weft.activities.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How D365 writes the financial dimensions of a record into one text: the active format gives the
 * order of the dimensions, and each keeps its position even if it is empty ({@code -022-}). Names
 * are compared without case. What is written always reads back the same.
 *
 * @param names the dimensions of the active format, in its order
 * @param delimiter what stands between two of them
 */
public record DimensionLayout(List<String> names, String delimiter) {
  /** A text or a set of values that cannot be laid out; the message says what and the remedy. */
  public static final class Unfit extends IllegalArgumentException {
    private final transient List<Refused> refused;

    Unfit(List<Refused> refused) {
      super(refused.stream().map(Refused::sentence).collect(Collectors.joining(" ")));
      this.refused = List.copyOf(refused);
    }

    /** Everything that does not fit. */
    public List<Refused> refused() {
      return refused;
    }
  }

  public DimensionLayout {
    names = List.copyOf(names);
    Set<String> once = Collections.newSetFromMap(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    once.addAll(names);
    if (delimiter.isEmpty() || names.isEmpty() || once.size() < names.size()) {
      throw new IllegalArgumentException(
          "a dimension format needs a delimiter and different names, not " + names);
    }
  }

  /**
   * The layout that D365 shows: its active format, such as {@code
   * BusinessUnit-CostCenter-Department}, and the delimiter's name, such as {@code Hyphen} or {@code
   * DoubleHyphen}.
   *
   * @throws IllegalArgumentException if the delimiter is not known or the format names nothing
   */
  public static DimensionLayout of(String format, String delimiterName) {
    String delimiter =
        Delimiter.of(delimiterName)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "D365's dimension delimiter '" + delimiterName + "' is not known"));
    List<String> names = new ArrayList<>();
    for (String name : split(format.strip(), delimiter)) {
      if (name.isBlank()) {
        throw new IllegalArgumentException(
            "the dimension format '"
                + format
                + "' has an empty name; its delimiter is "
                + delimiter);
      }
      names.add(name.strip());
    }
    return new DimensionLayout(names, delimiter);
  }

  private static List<String> split(String text, String delimiter) {
    return List.of(text.split(Pattern.quote(delimiter), -1));
  }

  /** The format as D365 shows it. */
  public String format() {
    return String.join(delimiter, names);
  }

  /** What of these values cannot be laid out; empty if all of them can. */
  public List<Refused> unfit(Map<String, String> values) {
    List<Refused> refused = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (names.stream().noneMatch(name::equalsIgnoreCase)) {
            refused.add(noPosition(name, value));
          } else if (breaks(value)) {
            refused.add(delimited(name, value));
          }
        });
    return refused;
  }

  /** With a doubled delimiter its single sign at an end would be taken for a part of it. */
  private boolean breaks(String value) {
    String sign = delimiter.substring(0, 1);
    return value.contains(delimiter) || value.startsWith(sign) || value.endsWith(sign);
  }

  private Refused noPosition(String name, String value) {
    return new Refused(
        name,
        value,
        "Dimension "
            + name
            + " ('"
            + value
            + "') has no position in the active format "
            + format()
            + " of D365.",
        "Add it to the format (Financial dimension configuration for integrating applications),"
            + " or remove its rule from weft.yaml.");
  }

  private Refused delimited(String name, String value) {
    return new Refused(
        name,
        value,
        "Dimension "
            + name
            + ": the value '"
            + value
            + "' cannot be written beside the delimiter '"
            + delimiter
            + "' of D365.",
        "Use a value without '" + delimiter + "', or choose another delimiter in D365.");
  }

  /**
   * The text for these values; positions without one stay empty.
   *
   * @throws Unfit naming every dimension that has no position and every value that would be taken
   *     for two
   */
  public String write(Map<String, String> values) {
    List<Refused> refused = unfit(values);
    if (!refused.isEmpty()) {
      throw new Unfit(refused);
    }
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(values);
    return names.stream()
        .map(name -> byName.getOrDefault(name, ""))
        .collect(Collectors.joining(delimiter));
  }

  /**
   * The values in a text that D365 wrote, by the format's names; empty positions are left out.
   *
   * @throws Unfit if it has other positions than the format: the format has changed, read it anew
   */
  public Map<String, String> read(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    List<String> parts = split(text, delimiter);
    if (parts.size() != names.size()) {
      throw new Unfit(List.of(otherFormat(text, parts.size())));
    }
    Map<String, String> values = new LinkedHashMap<>();
    IntStream.range(0, parts.size())
        .filter(i -> !parts.get(i).isEmpty())
        .forEach(i -> values.put(names.get(i), parts.get(i)));
    return Collections.unmodifiableMap(values);
  }

  private Refused otherFormat(String text, int positions) {
    return new Refused(
        "dimensions",
        text,
        "The dimensions '"
            + text
            + "' have "
            + positions
            + " positions, the active format "
            + format()
            + " has "
            + names.size()
            + ".",
        "Check the active default dimension format and the delimiter in D365, then retry.");
  }

  /** What is there with what was derived put over it, in the order of the format. */
  public Map<String, String> merge(Map<String, String> existing, Map<String, String> derived) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(existing);
    all.putAll(derived);
    Set<String> ordered = new LinkedHashSet<>(names);
    Map<String, String> merged = new LinkedHashMap<>();
    ordered.stream().filter(all::containsKey).forEach(name -> merged.put(name, all.remove(name)));
    merged.putAll(all);
    return Collections.unmodifiableMap(merged);
  }

  /**
   * The text to send in place of the one that is there: a write replaces the whole set, so what no
   * rule sets is sent as it was.
   *
   * @throws Unfit as {@link #read} and {@link #write} do
   */
  public String merge(String existing, Map<String, String> derived) {
    return write(merge(read(existing), derived));
  }
}
