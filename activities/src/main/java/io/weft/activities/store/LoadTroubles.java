package io.weft.activities.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps records of a load from moving on, counted by kind: totals {@code
 * trouble/<fingerprint>}, and {@code code/<side>/<field>/<code>} for codes that a system does not
 * have.
 */
public final class LoadTroubles {
  private static final String TROUBLE = "trouble/";
  private static final String CODE = "code/";
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Pattern VALUE = Pattern.compile("the value '([^']*)'");
  private static final String UNKNOWN_CODE = "UnknownCode";

  private LoadTroubles() {}

  /** One kind of trouble, with a record that has it. */
  public record Example(Problem problem, String record) {}

  /** A code that a system does not have. */
  public record Code(Side side, String field, String code) {}

  /** Counts a trouble of a record, and the code behind it if it is one. */
  public static void count(LoadTally tally, Problem problem, String record) {
    String example = text(new Example(problem, record));
    tally.add(TROUBLE + problem.fingerprint(), example);
    Matcher value = VALUE.matcher(problem.what());
    if (problem.failure().equals(UNKNOWN_CODE) && problem.field() != null && value.find()) {
      Side side = problem.what().startsWith(Side.CREATIO.title()) ? Side.CREATIO : Side.D365;
      String name = side.name() + "/" + problem.field() + "/" + value.group(1);
      tally.add(CODE + name, example);
    }
  }

  /** The code that a total of {@link #count} stands for. */
  public static Code code(String name) {
    String[] parts = name.substring(CODE.length()).split("/", 3);
    return new Code(Side.valueOf(parts[0]), parts[1], parts[2]);
  }

  /** The example of a total of {@link #count}. */
  public static Example read(String example) {
    try {
      return JSON.readValue(example, Example.class);
    } catch (JsonProcessingException e) {
      e.clearLocation(); // the location quotes the value
      throw new IllegalArgumentException("an example of a trouble cannot be read", e);
    }
  }

  private static String text(Example example) {
    try {
      return JSON.writeValueAsString(example);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is a plain record", e);
    }
  }
}
