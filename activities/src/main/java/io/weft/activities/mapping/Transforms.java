package io.weft.activities.mapping;

import io.weft.activities.value.Fields;
import io.weft.activities.value.Value;
import io.weft.activities.value.Values;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The transforms that need no formula. */
public final class Transforms {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]+)}");

  private static final Map<String, Transform> STEPS =
      Map.of(
          "trim", text(String::strip),
          "upper", text(t -> t.toUpperCase(Locale.ROOT)),
          "lower", text(t -> t.toLowerCase(Locale.ROOT)),
          "squeeze", text(Transforms::squeeze),
          "digits", text(Transforms::digits));

  private Transforms() {}

  /** The names of the plain steps. */
  static List<String> names() {
    return STEPS.keySet().stream().sorted().toList();
  }

  /** Plain steps one after the other; all of them must be {@link #names}. */
  public static Transform steps(List<String> names) {
    Transform all = Transform.NONE;
    for (String name : names) {
      Transform step = STEPS.get(name);
      if (step == null) {
        throw new IllegalArgumentException("'" + name + "' is no transform");
      }
      all = all == Transform.NONE ? step : then(all, step);
    }
    return all;
  }

  /** One after the other. */
  public static Transform then(Transform first, Transform second) {
    return (value, record, lookUps) ->
        second.apply(first.apply(value, record, lookUps), record, lookUps);
  }

  private static Transform text(UnaryOperator<String> change) {
    return (value, record, lookUps) -> {
      if (value instanceof Value.Text text) {
        return Values.text(change.apply(text.text()));
      }
      return value instanceof Value.Code code ? Values.code(change.apply(code.text())) : value;
    };
  }

  private static String squeeze(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  /** Always the same value. */
  public static Transform constant(Value constant) {
    return (value, record, lookUps) -> constant;
  }

  /** A text with fields in it: {@code "{Zip} {Address}"}. Empty fields leave no double space. */
  public static Transform concat(String pattern) {
    List<String> names = PLACE.matcher(pattern).results().map(hit -> hit.group(1)).toList();
    return new Reading(names, (value, record, lookUps) -> Values.text(fill(pattern, record)));
  }

  private static String fill(String pattern, Fields record) {
    String filled =
        PLACE
            .matcher(pattern)
            .replaceAll(hit -> Matcher.quoteReplacement(record.get(hit.group(1)).text()));
    return squeeze(filled);
  }

  /** A moment to the day that it falls on in a time zone. */
  public static Transform date(ZoneId zone) {
    return (value, record, lookUps) ->
        value instanceof Value.Moment moment
            ? new Value.Day(moment.at().atZone(zone).toLocalDate())
            : value;
  }

  /** A number to so many decimal places, half away from zero. */
  public static Transform round(int places) {
    return (value, record, lookUps) ->
        value instanceof Value.Decimal d
            ? new Value.Decimal(d.number().setScale(places, RoundingMode.HALF_UP))
            : value;
  }

  /** A formula over the source record. */
  public static Transform formula(Formula formula) {
    return new Reading(formula.reads(), (value, record, lookUps) -> formula.eval(record, lookUps));
  }

  private record Reading(List<String> reads, Transform body) implements Transform {
    @Override
    public Value apply(Value value, Fields record, LookUps lookUps) {
      return body.apply(value, record, lookUps);
    }
  }
}
