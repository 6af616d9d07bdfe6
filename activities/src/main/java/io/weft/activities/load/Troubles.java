package io.weft.activities.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weft.activities.store.Link;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.failure.Fingerprint;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.record.Side;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps records from moving on: in words, counted by kind, with the codes that are missing.
 */
final class Troubles {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Pattern VALUE = Pattern.compile("the value '([^']*)'");
  private static final String UNKNOWN_CODE = "UnknownCode";

  private Troubles() {}

  /** One kind of trouble, with a record that has it. */
  record Example(Problem problem, String record) {}

  /** A code that a system does not have. */
  record Code(Side side, String field, String code) {}

  /** Counts a trouble of a record, and the code behind it if it is one. */
  static void count(LoadTally tally, Problem problem, String record) {
    String example = text(new Example(problem, record));
    tally.add(Names.TROUBLE + problem.fingerprint(), example);
    Matcher value = VALUE.matcher(problem.what());
    if (problem.failure().equals(UNKNOWN_CODE) && problem.field() != null && value.find()) {
      Side side = problem.what().startsWith(Side.CREATIO.title()) ? Side.CREATIO : Side.D365;
      String name = side.name() + "/" + problem.field() + "/" + value.group(1);
      tally.add(Names.CODE + name, example);
    }
  }

  /** The code that a total of {@link #count} stands for. */
  static Code code(String name) {
    String[] parts = name.substring(Names.CODE.length()).split("/", 3);
    return new Code(Side.valueOf(parts[0]), parts[1], parts[2]);
  }

  static Example read(String example) {
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

  /** A value that cannot be read as its column says. */
  static Problem unreadable(Side side, String record, String why) {
    return new Problem(
        "Unreadable",
        record + " cannot be read: " + why,
        "Correct the value in " + side.title() + ", or the column's type in the mapping.",
        Fingerprint.of(side.name(), "read", "Unreadable", why),
        null,
        false);
  }

  /** One of the two was linked meanwhile, with another one. */
  static Problem taken(Link by) {
    return new Problem(
        "PartnerTaken",
        "It was linked meanwhile: "
            + by.creatioId()
            + " with "
            + by.d365Key()
            + " in "
            + by.pair().legalEntity(),
        "Look at both pairs: one of the records may be a duplicate.",
        Fingerprint.of("load", "link", "PartnerTaken", "linked meanwhile"),
        null,
        false);
  }

  /** It could not be done, although it was tried again. */
  static Problem failed(String record, String why) {
    return new Problem(
        "LoadFailed",
        record + " could not be brought in step by the load: " + why,
        "Nothing: the ordinary work goes on with it, and says what is wrong.",
        Fingerprint.of("load", "apply", "LoadFailed", why),
        null,
        true);
  }
}
