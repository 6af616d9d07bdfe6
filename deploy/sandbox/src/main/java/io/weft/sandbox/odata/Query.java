package io.weft.sandbox.odata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a read.
 *
 * @param select the columns wanted; empty for all
 * @param top null for as many as there are
 */
public record Query(
    @Nullable Expr filter,
    List<String> select,
    List<Expand> expand,
    List<Order> orderBy,
    @Nullable Integer top,
    int skip,
    boolean count) {

  /** A related row or collection to send along. */
  public record Expand(String property, Query options) {}

  /** One column of the order. */
  public record Order(List<String> path, boolean descending) {}

  /**
   * Reads the options of an address; names without the dollar sign are ignored.
   *
   * @throws BadQuery if one cannot be read
   */
  public static Query of(Map<String, String> options) {
    String filter = options.get("$filter");
    String top = options.get("$top");
    return new Query(
        filter == null || filter.isBlank() ? null : FilterParser.parse(filter),
        names(options.get("$select")),
        expands(options.get("$expand")),
        orders(options.get("$orderby")),
        top == null ? null : number("$top", top),
        number("$skip", options.getOrDefault("$skip", "0")),
        options.getOrDefault("$count", "false").equalsIgnoreCase("true"));
  }

  private static List<String> names(@Nullable String text) {
    List<String> names = new ArrayList<>();
    for (String name : split(text, ',')) {
      if (!name.equals("*")) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<Order> orders(@Nullable String text) {
    List<Order> orders = new ArrayList<>();
    for (String part : split(text, ',')) {
      String[] words = part.split("\\s+");
      boolean descending = words.length > 1 && words[1].equalsIgnoreCase("desc");
      orders.add(new Order(List.of(words[0].split("/")), descending));
    }
    return orders;
  }

  private static List<Expand> expands(@Nullable String text) {
    List<Expand> expands = new ArrayList<>();
    for (String part : split(text, ',')) {
      int open = part.indexOf('(');
      String name = open < 0 ? part : part.substring(0, open);
      String inner = open < 0 ? "" : part.substring(open + 1, part.length() - 1);
      expands.add(new Expand(name, Query.of(nested(inner))));
    }
    return expands;
  }

  private static Map<String, String> nested(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : split(text, ';')) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        throw new BadQuery("'" + option + "' inside $expand is no option.");
      }
      options.put(option.substring(0, equals).trim(), option.substring(equals + 1));
    }
    return options;
  }

  private static int number(String option, String text) {
    try {
      int number = Integer.parseInt(text.trim());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same refusal as a negative number.
    }
    throw new BadQuery("Invalid value '" + text + "' for " + option + " query option.");
  }

  /** Cuts at a mark, but not inside brackets or quotes. */
  private static List<String> split(@Nullable String text, char mark) {
    List<String> parts = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return parts;
    }
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted = (c == '\'') != quoted;
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == mark && depth == 0 && !quoted) {
        parts.add(text.substring(start, i).trim());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).trim());
    return parts;
  }
}
